package org.curbside.web.internal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.refusal.Refusal;

/** One request for a page, and its answer. */
final class Exchange {

    private static final int NEVER = 0;

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

    /** Lets operators pass only. */
    void requireOperator() {
        turnstile().operator();
    }

    Frame frame(String title) {
        return frames.of(title, turnstile());
    }

    boolean post() {
        return request.getMethod().equals("POST");
    }

    /** A parameter of the form or the address; empty if it was not sent. */
    String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
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
                fields.put(name.substring(prefix.length()), List.of(values));
            }
        });
        return fields;
    }

    /** The part of the address in the route's first group. */
    String inPath() {
        return path.group(1);
    }

    long numberInPath() {
        return Long.parseLong(inPath());
    }

    Optional<String> cookie(String name) {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /** Sets a cookie that ends with the browser's session and that no script and no other site can use. */
    void keep(String name, String value) {
        response.addCookie(cookie(name, value));
    }

    void forget(String name) {
        Cookie cookie = cookie(name, "");
        cookie.setMaxAge(NEVER);
        response.addCookie(cookie);
    }

    private static Cookie cookie(String name, String value) {
        Cookie cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    void page(String template, Object model) throws IOException {
        pages.send(response, HttpServletResponse.SC_OK, template, model);
    }

    /** A form that was not taken, as it was filled in. */
    void again(String template, Object model, Refusal refusal) throws IOException {
        retryAfter(refusal);
        boolean away = refusal.kind() == Refusal.Kind.UNAVAILABLE;
        pages.send(
                response,
                away ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_BAD_REQUEST,
                template,
                model);
    }

    /** Says when another try is worth while, if that is known. */
    void retryAfter(Refusal refusal) {
        if (refusal.retryAfterSeconds() > 0) {
            response.setIntHeader("Retry-After", refusal.retryAfterSeconds());
        }
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
