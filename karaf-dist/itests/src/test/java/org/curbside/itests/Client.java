package org.curbside.itests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;

/** A program that talks to the instance under test. */
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String session;

    private Client(int port, String session) {
        this.port = port;
        this.session = session;
    }

    static Client ofTheFrontDoor() {
        return new Client(Integer.getInteger(Distribution.HTTP_PORT), "");
    }

    static Client ofManagement() {
        return new Client(Integer.getInteger(Distribution.MANAGEMENT_PORT), "");
    }

    /** Of an instance at that address, such as {@code http://127.0.0.1:8181}. */
    static Client of(String url) {
        return new Client(URI.create(url).getPort(), "");
    }

    /** The same program, signed in. */
    Client with(String session) {
        return new Client(port, session);
    }

    String session() {
        return session;
    }

    HttpRequest.Builder request(String pathAndQuery) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + pathAndQuery));
        return session.isEmpty() ? request : request.header("Authorization", "Bearer " + session);
    }

    HttpResponse<String> postJson(String path, String body) throws IOException, InterruptedException {
        return post(path, "application/json", body);
    }

    HttpResponse<String> postForm(String path, String fields) throws IOException, InterruptedException {
        return post(path, "application/x-www-form-urlencoded", fields);
    }

    HttpResponse<String> get(String pathAndQuery) throws IOException, InterruptedException {
        return send(request(pathAndQuery));
    }

    HttpResponse<String> post(String path, String mediaType, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", mediaType).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> putJson(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return send(request, BodyHandlers.ofString());
    }

    <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body)
            throws IOException, InterruptedException {
        return http.send(request.build(), body);
    }
}
