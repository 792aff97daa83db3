package org.curbside.spi.verification.remote;

import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.curbside.spi.verification.RegistryUnavailable;

/**
 * The questions about one claim. A source that does not answer in time, breaks off, sends more than a claim can need, sends
 * elsewhere, has too many to serve (429), or has failed (5xx) is unavailable; every other answer is for the caller to read.
 */
public final class Inquiry {

    private static final int TOO_MANY = 429;
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    private final RemoteSource source;
    private final HttpClient client;
    private final long deadline;

    Inquiry(RemoteSource source, HttpClient client, long deadline) {
        this.source = source;
        this.client = client;
        this.deadline = deadline;
    }

    /**
     * Asks with GET.
     *
     * @param path below the source's URL; it begins with a slash or is empty, and what comes from a claim is not in it
     * @param query names and values
     * @param headers names and values
     */
    public Answer get(String path, Map<String, String> query, Map<String, String> headers) throws RegistryUnavailable {
        String asked = query.isEmpty() ? path : path + "?" + form(query);
        return send(HttpRequest.newBuilder(source.uri(asked)).GET(), headers);
    }

    /** Asks with POST; the headers name the type of the body. */
    public Answer post(String path, String body, Map<String, String> headers) throws RegistryUnavailable {
        return send(HttpRequest.newBuilder(source.uri(path)).POST(BodyPublishers.ofString(body)), headers);
    }

    /** As {@code application/x-www-form-urlencoded}. */
    public static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder builder, Map<String, String> headers) throws RegistryUnavailable {
        headers.forEach(builder::header);
        CompletableFuture<HttpResponse<String>> sent = client.sendAsync(builder.build(), Bounded.text());
        try {
            HttpResponse<String> response = sent.get(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            refuseFailure(response);
            source.answered();
            return new Answer(response.statusCode(), response.body());
        } catch (TimeoutException e) {
            source.failed();
            throw new RegistryUnavailable("The source did not answer in time.");
        } catch (ExecutionException e) {
            source.failed();
            throw new RegistryUnavailable("The source cannot be reached, or broke off its answer.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RegistryUnavailable("The question was broken off.");
        } finally {
            sent.cancel(true);
        }
    }

    private void refuseFailure(HttpResponse<String> response) throws RegistryUnavailable {
        int status = response.statusCode();
        if (status == TOO_MANY
                || (status == 503
                        && response.headers().firstValue("Retry-After").isPresent())) {
            source.rest(wait(response));
            throw new RegistryUnavailable("The source asks to come back later.");
        }
        if (status >= 500) {
            source.failed();
            throw new RegistryUnavailable("The source has failed.");
        }
        if (status < 200 || (status >= 300 && status < 400)) {
            source.failed();
            throw new RegistryUnavailable("The source has moved, and its new place has to be configured.");
        }
    }

    /** In seconds; a date, which may be written too, is not worth a calendar. */
    private static Duration wait(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Retry-After")
                .filter(value -> SECONDS.matcher(value).matches())
                .map(value -> Duration.ofSeconds(Long.parseLong(value)))
                .orElse(WAIT);
    }
}
