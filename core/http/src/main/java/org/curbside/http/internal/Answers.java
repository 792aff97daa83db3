package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Says a problem the way the one who asked reads: to a browser as a page, to a program as problem details. */
final class Answers {

    private static final String PAGE = page();

    private Answers() {}

    static void send(Problem problem, HttpServletRequest request, HttpServletResponse answer) throws IOException {
        boolean page = readsPages(request);
        answer.setStatus(problem.status());
        answer.setContentType(page ? "text/html; charset=utf-8" : Problem.MEDIA_TYPE);
        if (problem.retryAfter() != null) {
            answer.setHeader(HttpHeaders.RETRY_AFTER, "" + problem.retryAfter());
        }
        byte[] body = page ? asPage(problem) : Json.MAPPER.writeValueAsBytes(problem);
        answer.setContentLength(body.length);
        answer.getOutputStream().write(body);
    }

    private static boolean readsPages(HttpServletRequest request) {
        String accept = Objects.requireNonNullElse(request.getHeader("Accept"), "");
        return !Meters.surface(request.getRequestURI()).equals("api") && accept.contains("text/html");
    }

    private static byte[] asPage(Problem problem) {
        return PAGE.replace("{title}", title(problem.status()))
                .replace("{detail}", escaped(problem.detail()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String title(int status) {
        return switch (status) {
            case 403 -> "This is not open to you";
            case 404 -> "There is no such page";
            case 413 -> "That is too much at once";
            case 500 -> "Something went wrong here";
            case 503 -> "Not just now";
            default -> "That was not understood";
        };
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** Kept here and not among the pages: it has to be there when those are what failed. */
    private static String page() {
        try (InputStream in = Objects.requireNonNull(Answers.class.getResourceAsStream("problem.html"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
