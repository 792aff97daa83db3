package org.curbside.itests;

import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.curbside.api.membership.Accounts;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;

/** The distribution as it ships: its pages, its API, its health, and what they say when something is wrong. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class HouseAsItShips {

    private static final String JSON = "application/json";

    /** Without it the probe starts before the boot features are there. */
    @SuppressWarnings("unused")
    @Inject
    @Filter(timeout = Patience.BOOT_MILLIS)
    private BootFinished bootFinished;

    @Inject
    private BundleContext context;

    private Client client;
    private Client stranger;

    @Configuration
    public Option[] distribution() throws IOException {
        return Distribution.onFreePorts();
    }

    /** The ports are known inside the container only. */
    @Before
    public void connect() throws Exception {
        stranger = Client.ofTheFrontDoor();
        client = new People(context).member(0);
    }

    @Test
    public void aQuestionAskedThroughTheApiIsReadBackThereAndOnItsPage() throws Exception {
        HttpResponse<String> asked = ask("Rate or rhythm control at eighty?");
        assertEquals(asked.body(), 201, asked.statusCode());
        String location = asked.headers().firstValue("Location").orElseThrow();
        assertTrue(location, location.startsWith("/api/questions/"));
        String path = location;

        HttpResponse<String> read = client.get(path);
        assertEquals(asked.body(), read.body());

        HttpResponse<String> page = client.get(path.substring("/api".length()));
        assertEquals(200, page.statusCode());
        assertTrue(page.body(), page.body().contains("<h1>Rate or rhythm control at eighty?</h1>"));
    }

    @Test
    public void aStrangerIsWelcomedAndSeesNoQuestion() throws Exception {
        assertTrue(stranger.get("/").body().contains("Verify your licence"));
        assertProblem(401, "sign-in-required", stranger.get("/api/questions"));
        HttpResponse<String> page = stranger.get("/ask");
        assertEquals(303, page.statusCode());
        assertEquals(
                "/sign-in?next=%2Fask", page.headers().firstValue("Location").orElseThrow());
    }

    @Test
    public void whoeverHasJustSetItUpIsToldHowToMakeAnOperator() throws Exception {
        assertTrue(stranger.get("/").body().contains("curbside:operator-add"));
        new People(context).service(Accounts.class).addOperator("first.operator", People.PASSWORD);
        assertFalse(stranger.get("/").body().contains("curbside:operator-add"));
    }

    @Test
    public void anUnchangedQuestionIsNotSentAgain() throws Exception {
        HttpResponse<String> asked = ask("Which beta blocker in asthma?");
        String location = asked.headers().firstValue("Location").orElseThrow();

        HttpResponse<String> again = client.send(client.request(location.substring(location.indexOf("/api/")))
                .header("If-None-Match", asked.headers().firstValue("ETag").orElseThrow()));

        assertEquals(304, again.statusCode());
    }

    @Test
    public void aPageOfQuestionsLinksToTheNext() throws Exception {
        ask("First of two questions");
        ask("Second of two questions");

        String link = client.get("/api/questions?limit=1")
                .headers()
                .firstValue("Link")
                .orElseThrow();
        assertTrue(link, link.startsWith("</api/questions?") && link.contains("rel=\"next\""));
        String next = link.substring(link.indexOf("/api/"), link.indexOf('>'));
        assertTrue(client.get(next).body().contains("First of two questions"));
    }

    @Test
    public void whatLooksLikeMarkupIsShownAsText() throws Exception {
        String markup = "%3C1%3Ealert(1)%26lt%3B%3C2%3E%26amp%3B";
        String escaped = "&lt;1&gt;alert(1)&amp;lt;&lt;2&gt;&amp;amp;";
        String form = "specialty=207R00000X&title=" + markup + "&topics=" + markup + "&text=" + markup;
        HttpResponse<String> asked = client.postForm("/ask", form);
        assertEquals(303, asked.statusCode());
        String question = asked.headers().firstValue("Location").orElseThrow();
        assertEquals(303, client.postForm(question, "text=" + markup).statusCode());

        for (String path : List.of(question, "/", "/?specialty=207R00000X")) {
            String page = client.get(path).body();
            assertTrue(page, page.split(Pattern.quote(escaped), -1).length > 3);
            assertFalse(page, page.contains("<1>"));
        }
    }

    @Test
    public void whatIsRefusedSaysWhyAndShowsNoStackTrace() throws Exception {
        assertProblem(
                400, "question-title-length", client.post("/api/questions", JSON, "{\"specialty\":\"207R00000X\"}"));
        assertProblem(400, "unreadable-body", client.post("/api/questions", JSON, "{"));
        assertProblem(400, "body-missing", client.post("/api/questions", JSON, ""));
        assertProblem(404, "no-such-question", client.get("/api/questions/999999999"));
        assertProblem(404, "no-such-question", client.get("/api/questions/999999999/comments"));
        assertProblem(404, "not-found", client.get("/api/nothing-here"));
        assertProblem(400, "unreadable-parameter", client.get("/api/questions?before=abc"));
        assertProblem(
                405,
                "method-not-allowed",
                client.send(client.request("/api/questions").DELETE()));
        assertProblem(415, "unsupported-media-type", client.post("/api/questions", "text/plain", "hello"));
    }

    @Test
    public void aBodyMustHaveItsLengthAndBeOfABearableOne() throws Exception {
        String tooMuch = " ".repeat((1 << 20) + 1);
        assertProblem(413, "body-too-large", client.post("/api/questions", JSON, tooMuch));
        assertProblem(413, "body-too-large", client.postForm("/ask", tooMuch));
        InputStream endless = new ByteArrayInputStream(new byte[10]);
        assertProblem(
                411,
                "length-required",
                client.send(client.request("/ask").POST(BodyPublishers.ofInputStream(() -> endless))));
    }

    @Test
    public void aFormOfAnotherSiteIsRefused() throws Exception {
        assertProblem(
                403,
                "other-origin",
                client.send(client.request("/ask")
                        .header("Origin", "http://evil.example")
                        .POST(BodyPublishers.ofString("specialty=x"))));
    }

    @Test
    public void anEmptyFormComesBackWithWhatToDo() throws Exception {
        HttpResponse<String> page = client.postForm("/ask", "specialty=208600000X");

        assertEquals(400, page.statusCode());
        assertTrue(page.body(), page.body().contains("Write at least 10 characters for the title; it has 0."));
        assertTrue(page.body(), page.body().contains("value=\"208600000X\" selected"));
    }

    @Test
    public void everyAnswerForbidsForeignAndInlineScript() throws Exception {
        for (String path : new String[] {"/", "/ask", "/static/curbside.css", "/api/questions", "/nothing-here"}) {
            String policy = client.get(path)
                    .headers()
                    .firstValue("Content-Security-Policy")
                    .orElseThrow();
            assertTrue(policy, policy.contains("default-src 'none'"));
            assertFalse(policy, policy.contains("unsafe"));
        }
    }

    @Test
    public void healthIsUp() throws Exception {
        assertEquals(200, Client.ofManagement().get("/health/live").statusCode());
        assertEquals(200, Client.ofManagement().get("/health/ready").statusCode());
    }

    @Test
    public void metricsAreThereForPrometheus() throws Exception {
        client.get("/api/questions");

        String metrics = Client.ofManagement().get("/metrics").body();

        for (String name : List.of(
                "jvm_memory_used_bytes",
                "curbside_outbox_waiting 0.0",
                "curbside_addons{state=\"unresolved\"} 0.0",
                "http_server_requests_seconds_count{method=\"GET\",status=\"2xx\",surface=\"api\"}")) {
            assertTrue(name + " in " + metrics, metrics.contains(name));
        }
    }

    @Test
    public void everyBundleIsActive() {
        Stream.of(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith("curbside-"))
                .forEach(bundle -> assertEquals("" + bundle, Bundle.ACTIVE, bundle.getState()));
    }

    @Test
    public void whileASliceIsAwayOnlyItsItemsSaySoAndNothingIsLost() throws Exception {
        String location = ask("What survives a restart of the slice?")
                .headers()
                .firstValue("Location")
                .orElseThrow();
        Bundle content = bundle("curbside-content");
        content.stop();
        try {
            HttpResponse<String> away = client.get("/api/questions");
            assertProblem(503, "being-replaced", away);
            assertTrue(away.headers().firstValue("Retry-After").isPresent());
            assertEquals(503, client.get("/").statusCode());
            assertEquals(200, client.get("/sign-in").statusCode());
            assertEquals(503, Client.ofManagement().get("/health/ready").statusCode());
        } finally {
            start(content);
        }
        assertEquals(
                200, client.get(location.substring(location.indexOf("/api/"))).statusCode());
    }

    private void start(Bundle content) throws Exception {
        content.start();
        Patience.until("ready", () -> Client.ofManagement().get("/health/ready").statusCode() == 200);
    }

    private Bundle bundle(String name) throws BundleException {
        return Stream.of(context.getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals(name))
                .findFirst()
                .orElseThrow(() -> new BundleException("Not installed: " + name));
    }

    private HttpResponse<String> ask(String title) throws Exception {
        return client.post(
                "/api/questions",
                JSON,
                "{\"specialty\":\"207R00000X\",\"title\":\"" + title
                        + "\",\"text\":\"A frail patient with new atrial fibrillation, EF 35 %.\"}");
    }
}
