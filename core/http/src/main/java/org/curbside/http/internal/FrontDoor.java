package org.curbside.http.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What holds for every request, page or API: nothing is served before the platform is ready, a change must come from
 * our own pages or from a program, a body has a known and bounded length, and the browser is told to run nothing that
 * is not ours.
 */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=curbside-front-door",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "service.ranking:Integer=1000"
        })
public final class FrontDoor implements Filter {

    /** The largest body taken, in bytes. */
    static final long MAX_BODY = 1 << 20;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final Readiness readiness;
    private final Meters meters;
    private final ObjectMapper json = new ObjectMapper();

    /** Opens when {@code readiness} says so. */
    @Activate
    public FrontDoor(@Reference Readiness readiness, @Reference Meters meters) {
        this.readiness = readiness;
        this.meters = meters;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        long start = System.nanoTime();
        try {
            admit(http, answer, chain);
        } finally {
            String method = METHODS.contains(http.getMethod()) ? http.getMethod() : "other";
            meters.answered(
                    http.getRequestURI(), method, answer.getStatus(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private void admit(HttpServletRequest request, HttpServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        harden(answer);
        Optional<Problem> problem = problemWith(request);
        if (problem.isPresent()) {
            refuse(answer, problem.get());
        } else {
            chain.doFilter(request, answer);
        }
    }

    private static void harden(HttpServletResponse answer) {
        answer.setHeader("Content-Security-Policy", POLICY);
        answer.setHeader("X-Content-Type-Options", "nosniff");
        answer.setHeader("Referrer-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        answer.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    private Optional<Problem> problemWith(HttpServletRequest request) {
        if (!readiness.ready()) {
            return problem(
                    Response.Status.SERVICE_UNAVAILABLE, "starting", "Curbside is starting. Try again in a moment.");
        }
        if (READING.contains(request.getMethod())) {
            return Optional.empty();
        }
        if (isFromElsewhere(request.getHeader("Origin"), request.getHeader("Host"))) {
            return problem(Response.Status.FORBIDDEN, "other-origin", "Use Curbside's own pages, or its API.");
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return problem(Response.Status.LENGTH_REQUIRED, "length-required", "Send the body with its length.");
        }
        if (request.getContentLengthLong() > MAX_BODY) {
            return problem(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE, "body-too-large", "Send at most " + MAX_BODY + " bytes.");
        }
        return Optional.empty();
    }

    /** Whether a browser says that the request was made by a page of another site. */
    static boolean isFromElsewhere(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            return !Objects.equals(URI.create(origin).getAuthority(), host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Optional<Problem> problem(Response.Status status, String name, String detail) {
        return Optional.of(Problem.of(status, name, detail, null));
    }

    private void refuse(HttpServletResponse answer, Problem problem) throws IOException {
        answer.setStatus(problem.status());
        if (problem.status() == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
            answer.setHeader("Retry-After", "1");
        }
        answer.setContentType(Problem.MEDIA_TYPE);
        answer.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
