package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Locale;

/**
 * An answer that tells the browser to run nothing that is not ours and, until someone behind the door knows better, to keep
 * nothing of it. What a servlet only has a status for is said in our words, never in the container's.
 */
final class Hardened extends HttpServletResponseWrapper {

    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src ";
    private static final String KEYS = "/issuer-keys";
    private static final String A_YEAR = "max-age=31536000";

    private final HttpServletRequest request;
    private final String connect;

    /**
     * Of a request.
     *
     * @param connect whom a page may ask
     */
    Hardened(HttpServletRequest request, HttpServletResponse answer, String connect) {
        super(answer);
        this.request = request;
        this.connect = connect;
        harden();
    }

    /** Again after a failure, which forgets them. */
    private void harden() {
        setHeader("Content-Security-Policy", POLICY + connect);
        setHeader("X-Content-Type-Options", "nosniff");
        setHeader("Referrer-Policy", "same-origin");
        setHeader("Cross-Origin-Opener-Policy", "same-origin");
        boolean everybodys = request.getRequestURI().endsWith(KEYS);
        setHeader("Cross-Origin-Resource-Policy", everybodys ? "cross-origin" : "same-origin");
        if (everybodys) {
            setHeader("Access-Control-Allow-Origin", "*");
        }
        if (request.isSecure()) {
            setHeader("Strict-Transport-Security", A_YEAR);
        }
        if (!Meters.surface(request.getRequestURI()).equals("assets")) {
            setHeader("Cache-Control", "no-store");
        }
    }

    void refuse(Problem problem) throws IOException {
        resetBuffer();
        Answers.send(problem, request, this);
    }

    void fail(Problem problem) throws IOException {
        reset();
        harden();
        Answers.send(problem, request, this);
    }

    @Override
    public void sendError(int code, String message) throws IOException {
        Response.Status status = Response.Status.fromStatusCode(code);
        String name = status == null
                ? "refused"
                : status.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Response.StatusType type = status == null ? Response.Status.BAD_REQUEST : status;
        refuse(Problem.of(type, name, "Look whether the address is right, or begin at the first page.", null));
    }

    @Override
    public void sendError(int code) throws IOException {
        sendError(code, "");
    }
}
