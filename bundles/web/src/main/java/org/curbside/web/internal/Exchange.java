package org.curbside.web.internal;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;

/** One request for a page, and its answer. */
final class Exchange {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final Matcher path;
    private final Pages pages;
    private final Frames frames;

    Exchange(HttpServletRequest request, HttpServletResponse response, Matcher path, Pages pages, Frames frames) {
        this.request = request;
        this.response = response;
        this.path = path;
        this.pages = pages;
        this.frames = frames;
    }

    Turnstile turnstile() {
        return (Turnstile) Objects.requireNonNull(request.getAttribute(Turnstile.ATTRIBUTE), "the front door is away");
    }

    /** Whoever is signed in, of any kind, or a refusal. */
    Visitor visitor() {
        return turnstile().visitor().orElseThrow(() -> Refusal.signIn("sign-in-required", "Sign in first."));
    }

    /** Lets operators pass only, and says which of them it is. */
    String operator() {
        return turnstile().operator().name();
    }

    /** As {@link #operator}, and only who has shown lately that it is they. */
    String confirmedOperator() {
        return turnstile().confirmedOperator().name();
    }

    Frame frame(String title) {
        return frames.of(title, turnstile());
    }

    /** Whose title says at once that something was not taken. */
    Frame frame(String title, Form form) {
        return frame(form.refused() ? "Error: " + title : title);
    }

    Frame frame(String title, Visitor visitor) {
        return frames.of(title, () -> Optional.of(visitor));
    }

    boolean post() {
        return request.getMethod().equals("POST");
    }

    /** The path that was asked for. */
    String address() {
        return request.getRequestURI();
    }

    /** Where to go after signing in, or empty. */
    String next() {
        return ours(parameter("next"));
    }

    /** Only a path of ours, so that nobody can be sent elsewhere; else empty. */
    static String ours(String address) {
        return address.matches("/[A-Za-z0-9][A-Za-z0-9/_-]*") ? address : "";
    }

    /** A parameter of the form or the address; empty if it was not sent. */
    String parameter(String name) {
        return read(Objects.requireNonNullElse(request.getParameter(name), ""));
    }

    Optional<String> given(String name) {
        return Optional.of(parameter(name)).filter(value -> !value.isEmpty());
    }

    long number(String name, long otherwise) {
        String value = parameter(name);
        return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : otherwise;
    }

    /** Parameters whose names start so, by the rest of their names. */
    Map<String, List<String>> fields(String prefix) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                fields.put(
                        name.substring(prefix.length()),
                        Stream.of(values).map(this::read).toList());
            }
        });
        return fields;
    }

    /** What comes beside files is in UTF-8, as all that browsers send, but the server has read it as Latin-1. */
    private String read(String value) {
        return withFiles() ? new String(value.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8) : value;
    }

    private boolean withFiles() {
        return Objects.requireNonNullElse(request.getContentType(), "").startsWith("multipart/form-data");
    }

    /** The text in one of the route's groups. */
    String textInPath(int group) {
        return path.group(group);
    }

    /** A file that was sent with a form, or a refusal. */
    Part file(String name) throws IOException {
        try {
            Part sent = request.getPart(name);
            if (sent != null) {
                return sent;
            }
        } catch (ServletException | IllegalStateException e) {
            throw unreadable(name);
        }
        throw Refusal.invalid("file-missing", name, "Choose a file.");
    }

    /** As much of a file as {@code most} bytes; empty if nobody chose one. */
    Optional<byte[]> bytes(String name, int most) throws IOException {
        if (!withFiles()) {
            return Optional.empty();
        }
        try {
            Part sent = request.getPart(name);
            if (sent == null || sent.getSize() == 0) {
                return Optional.empty();
            }
            try (InputStream in = sent.getInputStream()) {
                return Optional.of(in.readNBytes(most));
            }
        } catch (ServletException | IllegalStateException e) {
            throw unreadable(name);
        }
    }

    /** What the server put aside of them. */
    void forgetFiles() throws IOException {
        try {
            for (Part sent : withFiles() ? request.getParts() : List.<Part>of()) {
                sent.delete();
            }
        } catch (ServletException | IllegalStateException e) {
            throw new IOException(e);
        }
    }

    private static Refusal unreadable(String name) {
        return Refusal.invalid("file-unreadable", name, "Choose the file and send it again; it did not arrive.");
    }

    /** The number in the route's first group. */
    long numberInPath() {
        return numberInPath(1);
    }

    long numberInPath(int group) {
        return Long.parseLong(path.group(group));
    }

    /** What the browser kept, if it sent it. */
    Optional<String> kept(Keepsake keepsake) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(keepsake::isIn)
                .map(Cookie::getValue)
                .findFirst();
    }

    void keep(Keepsake keepsake, String value) {
        response.addCookie(keepsake.with(value, request.isSecure()));
    }

    void forget(Keepsake keepsake) {
        response.addCookie(keepsake.gone(request.isSecure()));
    }

    void page(String template, Object model) throws IOException {
        pages.send(response, HttpServletResponse.SC_OK, template, model);
    }

    /** A file to be kept by whoever asked, and by nobody between. */
    void file(String mediaType, String name, ByteArrayOutputStream content) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(content.size());
        content.writeTo(response.getOutputStream());
    }

    /** A picture for a page, kept by nobody. */
    void image(String mediaType, byte... content) throws IOException {
        response.setContentType(mediaType);
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }

    /** A form that was not taken, as it was filled in. */
    void again(String template, Object model, Refusal refusal) throws IOException {
        retryAfter(refusal);
        pages.send(response, status(refusal), template, model);
    }

    private static int status(Refusal refusal) {
        return switch (refusal.kind()) {
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case TOO_MANY -> 429;
            case SIGN_IN -> HttpServletResponse.SC_UNAUTHORIZED;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            default -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    /** Says when another try is worth while, if that is known. */
    void retryAfter(Refusal refusal) {
        if (refusal.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", refusal.retryAfterSeconds());
        }
    }

    /** Has the browser look again by itself, without script. */
    void lookAgainIn(int seconds) {
        response.setIntHeader("Refresh", seconds);
    }

    void notice(int status, String title, String text) throws IOException {
        pages.send(response, status, "notice.jte", new Notice(frame(title), title, text));
    }

    void seeOther(String address) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", address);
    }

    HttpServletResponse response() {
        return response;
    }
}
