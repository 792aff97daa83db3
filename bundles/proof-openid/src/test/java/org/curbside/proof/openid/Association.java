package org.curbside.proof.openid;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.curbside.spi.verification.remote.Inquiry;

/** A partner on this machine, with an OpenID provider that somebody else wrote, and its members' browsers. */
final class Association implements AutoCloseable {

    static final String CLIENT = "curbside";
    static final String RETURN = "http://127.0.0.1:8181/verify/proof/openid";

    private final MockOAuth2Server server =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
    private final HttpClient browser = HttpClient.newHttpClient();

    /** Open at once. */
    Association() {
        server.start(InetAddress.getLoopbackAddress(), 0);
    }

    String issuer() {
        return server.issuerUrl("board").toString();
    }

    /** Signs somebody in at that address, and gives what the browser brings back. */
    Map<String, String> signIn(URI address, String claims) throws IOException, InterruptedException {
        HttpResponse<String> page = browser.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        if (page.statusCode() != 200 || !page.body().contains("<form")) {
            throw new IOException(page.statusCode() + " " + page.body());
        }
        String form = Inquiry.form(Map.of("username", "jane", "claims", claims));
        HttpResponse<String> back = browser.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
        String location = back.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException(back.statusCode() + " " + back.body()));
        if (!location.startsWith(RETURN + "?")) {
            throw new IOException(location);
        }
        return parameters(URI.create(location).getRawQuery());
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&", -1)) {
            String[] both = pair.split("=", 2);
            parameters.put(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    @Override
    public void close() {
        server.shutdown();
    }
}
