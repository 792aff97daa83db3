package org.curbside.itests;

import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
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
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** What the front door says of failures, of floods, and of what never reached it; and what it lets browsers keep. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class FrontDoorAnswers {

    private static final String FORM = "application/x-www-form-urlencoded";

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
    public void whatNobodyExpectedIsToldByANumberThatIsInTheLog() throws Exception {
        ServiceRegistration<Channels> broken = context.registerService(
                Channels.class, new Broken(), FrameworkUtil.asDictionary(Map.of(Constants.SERVICE_RANKING, 1_000)));
        try {
            HttpResponse<String> problem = client.get("/api/specialties");
            assertProblem(500, "failed", problem);
            assertFalse(problem.body(), problem.body().contains("planted"));
            assertLogged(incident("\"incident\":\"([0-9a-f]{8})\"", problem.body()));

            HttpResponse<String> page = client.send(client.request("/ask").header("Accept", "text/html"));
            assertEquals(page.body(), 500, page.statusCode());
            assertTrue(page.body(), page.body().contains("Something went wrong here"));
            assertFalse(page.body(), page.body().contains("planted"));
            assertLogged(incident("incident number ([0-9a-f]{8})", page.body()));
        } finally {
            broken.unregister();
        }
        assertTrue(Client.ofManagement().get("/metrics").body().contains("status=\"5xx\",surface=\"pages\""));
    }

    @Test
    public void whatNeverReachedTheDoorShowsNothingOfTheMachine() throws Exception {
        for (String request : List.of(
                "GET /%zz HTTP/1.1\r\nHost: localhost\r\n",
                "GET /%ff HTTP/1.1\r\nHost: localhost\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n",
                "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + "a".repeat(20_000) + "\r\n")) {
            String answer = raw(request + "Connection: close\r\n\r\n");
            assertTrue(answer, answer.startsWith("HTTP/1.1 4"));
            assertFalse(answer, answer.contains("\tat ") || answer.contains("etty") || answer.contains("Server:"));
        }
    }

    @Test
    public void aFormThatIsTooLongComesBackAndOneThatIsFarTooLongIsLeftInTheBrowser() throws Exception {
        String form = "specialty=207R00000X&title=What+was+kept&text=";

        HttpResponse<String> kept = client.post("/ask", FORM, form + "a".repeat(400_000));
        assertEquals(400, kept.statusCode());
        assertTrue(kept.body().contains("value=\"What was kept\""));

        HttpResponse<String> refused = client.send(client.request("/ask")
                .header("Accept", "text/html")
                .header("Content-Type", FORM)
                .POST(BodyPublishers.ofString(form + "a".repeat(1 << 20))));
        assertEquals(413, refused.statusCode());
        assertTrue(refused.body(), refused.body().contains("your browser still has what you wrote"));
    }

    @Test
    public void whatWasTypedOutlivesItsSession() throws Exception {
        String title = "title=What+was+%22typed%22+all+the+while";
        HttpResponse<String> signIn = stranger.post("/ask", FORM, title + "&text=Two%0Alines&password=secret");
        assertEquals(401, signIn.statusCode());
        assertTrue(signIn.body(), signIn.body().contains("name=\"unsent.title\" value=\"What was &#34;typed&#34;"));
        assertFalse(signIn.body(), signIn.body().contains("secret"));

        String brought = "&next=%2Fask&unsent." + title + "&unsent.text=Two%0Alines";
        HttpResponse<String> wrong = stranger.post("/sign-in", FORM, "name=member0&password=wrong" + brought);
        assertEquals(401, wrong.statusCode());
        assertTrue(wrong.body(), wrong.body().contains("name=\"unsent.text\" value=\"Two\nlines\""));

        HttpResponse<String> in = stranger.post("/sign-in", FORM, signIn() + brought);
        assertEquals(200, in.statusCode());
        assertTrue(in.body(), in.body().contains("What you wrote is still here"));
        assertTrue(in.body(), in.body().contains("<form method=\"post\" action=\"/ask\">"));
        assertTrue(in.body(), in.body().contains("name=\"text\" value=\"Two\nlines\""));
        assertTrue(in.headers().firstValue("Set-Cookie").orElseThrow().startsWith("curbside-session="));
    }

    @Test
    public void wordsAreBroughtByAFormAndNeverByALink() throws Exception {
        String planted = "next=%2Fask&unsent.title=planted";
        assertFalse(stranger.get("/sign-in?" + planted).body().contains("planted"));
        HttpResponse<String> elsewhere =
                stranger.post("/sign-in", FORM, signIn() + "&unsent.title=planted&next=https%3A%2F%2Fevil.example%2F");
        assertEquals(303, elsewhere.statusCode());
        assertEquals("/", elsewhere.headers().firstValue("Location").orElseThrow());
    }

    @Test
    public void whatIsOnlyPostedLeadsBackToItsQuestion() throws Exception {
        HttpResponse<String> asked = client.postForm(
                "/ask",
                "specialty=207R00000X&title=Which+page+is+this+on&text=A+frail+patient+after+a+small+subdural."
                        + "&poll.type=choice&poll.text=When&poll.choices=Now%0ALater");
        String question = asked.headers().firstValue("Location").orElseThrow();

        assertEquals(
                401, stranger.post(question + "/advice/1", FORM, "rating=agree").statusCode());
        assertEquals(question + "#advice-1", location(client.get(question + "/advice/1")));
        assertEquals(question + "#poll", location(client.get(question + "/poll")));
        HttpResponse<String> refused = client.postForm(question + "/poll", "ballot.choice=9");
        assertEquals(400, refused.statusCode());
        assertTrue(refused.body(), refused.body().contains("<h1>Which page is this on</h1>"));
        client.postForm(question + "/poll", "ballot.choice=1");
        HttpResponse<String> twice = client.postForm(question + "/poll", "ballot.choice=1");
        assertTrue(twice.body(), twice.body().contains("You have answered this poll; a ballot counts once."));
    }

    @Test
    public void aCodeWithoutItsCaseAsksForTheKeyAndIsKept() throws Exception {
        HttpResponse<String> page = stranger.post("/verify/case", FORM, "code=ABCD2345");

        assertEquals(400, page.statusCode());
        assertTrue(page.body(), page.body().contains("Enter your case key too"));
        assertTrue(page.body(), page.body().contains("value=\"ABCD2345\""));
    }

    @Test
    public void aClientChangesThePasswordAndEverySessionOfTheOldOneEnds() throws Exception {
        People people = new People(context);
        people.service(Accounts.class).addAnalyst("changing.reader", People.PASSWORD, "county-health");
        Client reader = people.signIn("changing.reader", People.PASSWORD);
        Client elsewhere = people.signIn("changing.reader", People.PASSWORD);
        String current = "currentPassword=" + People.PASSWORD.replace(' ', '+');
        String chosen = "&password=five+other+words&passwordAgain=five+other+words";

        assertEquals(400, reader.postForm("/profile", current + chosen + "more").statusCode());
        assertEquals(
                400,
                reader.postForm("/profile", "currentPassword=wrong" + chosen).statusCode());
        assertEquals(200, elsewhere.get("/profile").statusCode());

        HttpResponse<String> changed = reader.postForm("/profile", current + chosen);
        assertEquals("/profile?done=password", location(changed));
        String session = changed.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(session, session.startsWith("curbside-session="));
        assertEquals(
                200,
                stranger.send(stranger.request("/profile").header("Cookie", session.substring(0, session.indexOf(';'))))
                        .statusCode());
        for (Client ended : List.of(reader, elsewhere)) {
            assertEquals("/sign-in?next=%2Fprofile", location(ended.get("/profile")));
            assertEquals("/sign-in?next=%2Fprofile", location(ended.postForm("/profile", current + chosen)));
        }
        people.signIn("changing.reader", "five other words");
    }

    private static String signIn() {
        return "name=member0&password=" + People.PASSWORD.replace(' ', '+');
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    @Test
    public void whoeverSignsInNoLongerCarriesACaseKey() throws Exception {
        HttpResponse<String> in = stranger.post("/sign-in", FORM, signIn());

        List<String> cookies = in.headers().allValues("Set-Cookie");

        assertTrue(cookies.toString(), cookies.get(0).startsWith("curbside-session="));
        assertTrue(cookies.toString(), cookies.get(0).matches(".*Path=/;.*HttpOnly.*SameSite=Lax.*"));
        assertTrue(cookies.toString(), cookies.get(1).matches("curbside-case=;.*Path=/verify;.*Max-Age=0.*"));
    }

    @Test
    public void nothingPersonalIsKeptBetween() throws Exception {
        assertEquals(List.of("no-store"), client.get("/api/questions").headers().allValues("Cache-Control"));
        assertEquals(List.of("no-store"), client.get("/ask").headers().allValues("Cache-Control"));
        HttpResponse<String> session = client.get("/api/session");
        assertEquals(List.of("private, no-cache"), session.headers().allValues("Cache-Control"));
        String tag = session.headers().firstValue("ETag").orElseThrow();
        assertEquals(
                304,
                client.send(client.request("/api/session").header("If-None-Match", tag))
                        .statusCode());
    }

    @Test
    public void aProductionStartIsNoDemonstration() throws Exception {
        assertFalse(stranger.get("/").body().contains("made up"));
    }

    private static String incident(String pattern, String body) {
        Matcher incident = Pattern.compile(pattern).matcher(body);
        assertTrue(body, incident.find());
        return incident.group(1);
    }

    private static void assertLogged(String incident) throws IOException {
        String log = Files.readString(Path.of(System.getProperty("karaf.data"), "log", "karaf.log"));
        assertTrue(incident, log.contains("Incident " + incident));
    }

    private static String raw(String request) throws IOException {
        int port = Integer.getInteger(Distribution.HTTP_PORT);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static final class Broken implements Channels {

        @Override
        public List<Channel> channels() {
            throw new IllegalStateException("planted");
        }

        @Override
        public String name(String code) {
            throw new IllegalStateException("planted");
        }
    }
}
