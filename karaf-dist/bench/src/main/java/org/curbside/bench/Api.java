package org.curbside.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The JSON API, asked by one person. Whatever is not answered with 2xx is an {@link IOException}. */
final class Api {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String url;
    private final String session;

    private Api(HttpClient http, String url, String session) {
        this.http = http;
        this.url = url;
        this.session = session;
    }

    /** A stranger. */
    static Api at(String url) {
        return new Api(HttpClient.newHttpClient(), url, "");
    }

    /** The same, signed in. */
    Api as(String session) {
        return new Api(http, url, session);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(text(path));
    }

    String text(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).POST(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    JsonNode put(String path, Map<String, ?> body) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path).PUT(BodyPublishers.ofString(JSON.writeValueAsString(body)))));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + path)).header("Content-Type", "application/json");
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    /** Whatever the answer is. */
    HttpResponse<String> tryGet(String path) throws IOException, InterruptedException {
        return http.send(request(path).GET().build(), BodyHandlers.ofString());
    }

    /** Whatever the answer is; {@code method} is POST or PUT. */
    HttpResponse<String> trySend(String method, String path, Map<String, ?> body)
            throws IOException, InterruptedException {
        BodyPublisher json = BodyPublishers.ofString(JSON.writeValueAsString(body));
        return http.send(request(path).method(method, json).build(), BodyHandlers.ofString());
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? "{}" : answer.body();
    }
}
