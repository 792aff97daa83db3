package org.curbside.itests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.curbside.api.content.ConsensusReplay;
import org.curbside.api.identity.LoadReport;
import org.curbside.api.identity.RegistryLoader;
import org.curbside.api.membership.Accounts;
import org.curbside.api.refusal.Refusal;
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

/** The whole road, from a licence to a release, and what is refused along it. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class RoadToARelease {

    private static final String MEDICINE = "207R00000X";

    @Inject
    @SuppressWarnings("unused")
    @Filter(timeout = Patience.BOOT_MILLIS)
    private BootFinished bootFinished;

    @Inject
    private BundleContext context;

    private People people;
    private Client physician;
    private Client colleague;

    @Configuration
    public Option[] distribution() throws IOException {
        return Distribution.onFreePorts();
    }

    @Before
    public void gather() throws Exception {
        people = new People(context);
        physician = people.member(0);
        colleague = people.member(1);
    }

    @Test
    public void fromALicenceToARelease() throws Exception {
        HttpResponse<String> asked = askWithPoll("When do you restart?");
        expect(201, asked);
        String question = field(asked, "id");
        String poll = field(asked, "poll");
        for (int row = 0; row < 12; row++) {
            expect(204, people.member(row).postJson("/api/polls/" + poll + "/ballots", "{\"choice\":[\"1\"]}"));
        }
        String comment = field(
                colleague.postJson("/api/questions/" + question + "/comments", json("text", "After four weeks.")),
                "id");
        expect(200, rate(physician, comment, "AGREE"));
        assertTrue(physician.get("/questions/" + question).body().contains("1 agree, 0 partly, 0 disagree"));
        Client analyst = analyst("county-health");
        HttpResponse<String> release = analyst.get("/api/client/polls/" + poll);
        assertTrue(release.body(), release.body().contains("[\"Ballots by choice\",\"Two weeks\",\"12\"]"));
        HttpResponse<String> file = analyst.get("/api/client/releases/" + field(release, "id") + "/csv");
        assertEquals(
                "application/zip", file.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(file.body(), file.body().contains("method.txt"));
    }

    @Test(timeout = 120_000)
    public void whoAskedIsToldOfAdviceOnTheOpenPageAndInTheInbox() throws Exception {
        String question = field(askWithPoll("Who is told of this?"), "id");
        physician.postJson("/api/inbox/read", "");
        try (Stream<String> open = physician
                .send(physician.request("/api/live?question=" + question), BodyHandlers.ofLines())
                .body()) {
            Iterator<String> lines =
                    open.filter(line -> line.startsWith("data")).iterator();
            assertEquals("data: {\"unread\":0}", lines.next());
            expect(201, colleague.postJson("/api/questions/" + question + "/comments", json("text", "You are.")));
            assertEquals("data: {\"question\":" + question + "}", lines.next());
            assertEquals("data: {\"unread\":1}", lines.next());
        }
        HttpResponse<String> inbox = physician.get("/api/inbox");
        assertTrue(inbox.body(), inbox.body().contains("\"question\":" + question + ","));
        assertTrue(physician.get("/inbox").body().contains("A new piece of advice"));
        assertTrue(physician.get("/questions/" + question).body().contains("How much you hear of"));
        assertEquals("{\"unread\":0}", physician.get("/api/inbox/unread").body());
        assertProblem(401, "sign-in-required", Client.ofTheFrontDoor().get("/api/live"));
    }

    /** Twelve rate: what one half would do, what nobody would, and what all would. */
    @Test
    public void whatAllSidesAgreeOnIsToldFromWhatOneWouldAndFollowsFromTheRatings() throws Exception {
        String question = field(askWithPoll("Which of these would you do?"), "id");
        String last = "";
        for (int number = 0; number < 11; number++) {
            String comment = field(
                    colleague.postJson(
                            "/api/questions/" + question + "/comments", json("text", "Way number " + number + ".")),
                    "id");
            for (int row = 2; row < 14; row++) {
                boolean agrees = number == 0 || (number < 6 && (row + number) % 2 == 0);
                expect(200, rate(people.member(row), comment, agrees ? "AGREE" : "DISAGREE"));
            }
            last = comment;
        }
        String again = last;
        Patience.until("all raters are fitted, which is due when enough is rated anew", () -> {
            expect(200, rate(people.member(2), again, "DISAGREE"));
            return replayed().filter(report -> report.raters() == 12).isPresent();
        });
        Patience.until(
                "what they agree on is told",
                () -> physician.get("/questions/" + question).body().contains("shared across views, 12 of 12"));
        Patience.until("it follows from the ratings", () -> replayed()
                .filter(report -> report.differences().isEmpty())
                .isPresent());
        HttpResponse<String> consensus = physician.get("/api/questions/" + question + "/consensus");
        expect(200, consensus);
        assertTrue(consensus.body(), consensus.body().contains("\"raters\":12"));
        assertTrue(physician.get("/questions/" + question).body().contains("on this question</summary>"));
        assertProblem(404, "no-such-question", physician.get("/api/questions/999999/consensus"));
    }

    /** Nothing while the raters are being fitted. */
    private Optional<ConsensusReplay.Report> replayed() {
        try {
            return Optional.of(people.service(ConsensusReplay.class).replay());
        } catch (Refusal underWay) {
            return Optional.empty();
        }
    }

    @Test
    public void aClientSeesReleasesAndNothingElse() throws Exception {
        HttpResponse<String> asked = askWithPoll("Who else may read this?");
        Client analyst = analyst("fund");
        for (String path : List.of("/api/questions", "/api/questions/" + field(asked, "id"), "/api/signals")) {
            assertProblem(403, "members-only", analyst.get(path));
        }
        assertEquals(403, analyst.get("/questions/" + field(asked, "id")).statusCode());
        assertProblem(403, "poll-suppressed", analyst.get("/api/client/polls/" + field(asked, "poll")));
        String unknown = "/api/client/releases/" + "0".repeat(32) + "/csv";
        assertProblem(404, "no-such-release", analyst.get(unknown));
        assertProblem(403, "clients-only", physician.get("/api/client/heat-map"));
    }

    @Test
    public void anAdverseReactionIsReportedFromAQuestionAndCounted() throws Exception {
        String question = field(askWithPoll("Hair loss on an anticoagulant?"), "id");
        String report = "{\"question\":" + question + ",\"product\":\"Apixaban\",\"reaction\":\"alopecia\"}";
        expect(201, physician.postJson("/api/adverse-event-reports", report));
        assertProblem(409, "already-reported", physician.postJson("/api/adverse-event-reports", report));
        String page = physician.get("/signals").body();
        assertTrue(page, page.contains("Reports, never incidence") && page.contains("apixaban"));
    }

    @Test
    public void eachWrongClaimIsRefusedByItsName() throws Exception {
        String npi = People.npi(2);
        String wrongDigit = npi.substring(0, 9) + (npi.charAt(9) - '0' + 1) % 10;
        assertProblem(400, "npi-check-digit", people.claim("CHLOE", "CASTILLO-REYES", wrongDigit));
        HttpResponse<String> organisation = people.claim(17);
        assertProblem(400, "not-an-active-physician", organisation);
        assertTrue(organisation.body(), organisation.body().contains("belongs to an organisation"));
        HttpResponse<String> deactivated = people.claim(18);
        assertProblem(400, "not-an-active-physician", deactivated);
        assertTrue(deactivated.body(), deactivated.body().contains("deactivated"));
        HttpResponse<String> dentist = people.claim(19);
        assertProblem(400, "not-an-active-physician", dentist);
        assertTrue(dentist.body(), dentist.body().contains("another profession"));
        assertProblem(400, "npi-not-found", people.claim("ADA", "ABBOTT", People.npi(99_999)));
        assertProblem(400, "name-does-not-fit", people.claim("Somebody", "Else", People.npi(2)));
    }

    @Test
    public void whatIsNoWayOrNoAnswerIsRefusedByItsName() throws Exception {
        String key = field(people.claim(3), "key");
        String ways = "/api/licence-desk/way";
        Client claimant = Client.ofTheFrontDoor();
        assertProblem(409, "no-such-way", claimant.postJson(ways, json("key", key, "way", "pigeon")));
        assertProblem(404, "no-such-case", claimant.postJson(ways, json("key", "another", "way", "call")));
        assertProblem(409, "no-such-way", claimant.postJson(ways + "-answer", json("key", key, "way", "pigeon")));
        assertProblem(
                400,
                "answer-incomplete",
                claimant.postJson(
                        ways + "-answer", "{\"key\":\"" + key + "\",\"way\":\"pigeon\",\"answer\":{\"code\":null}}"));
        HttpResponse<String> begun = claimant.postJson(ways, json("key", key, "way", "call"));
        expect(200, begun);
        assertEquals("{\"elsewhere\":\"\"}", begun.body());
    }

    @Test
    public void whetherSomebodyHasClaimedALicenceIsToldToNobody() throws Exception {
        expect(201, people.claim(0));
        expect(201, people.claim(0));
        assertEquals(200, physician.get("/api/session").statusCode());
    }

    @Test
    public void malformedLinesAreCountedAndTheSameFileChangesNothing() throws Exception {
        Path file = Path.of(System.getProperty(Distribution.REGISTRY));
        LoadReport report = people.service(RegistryLoader.class).load("nppes", file, progress -> {});
        assertEquals(2_000, report.rows());
        assertEquals(100, report.rejected());
        assertEquals(2_000, report.resumedAt());
        assertEquals(101, Files.readAllLines(Path.of(file + ".rejects.csv")).size());
    }

    @Test
    public void eachWrongPostIsRefusedByItsName() throws Exception {
        String question = field(askWithPoll("What is refused here?"), "id");
        String comments = "/api/questions/" + question + "/comments";
        assertProblem(400, "comment-comment-length", physician.postJson(comments, json("text", "x".repeat(5_001))));
        assertProblem(400, "could-identify", physician.postJson(comments, json("text", "MRN: 00482913")));
        assertProblem(400, "question-title-length", ask("x".repeat(201), ""));
        String tooLong = json("specialty", MEDICINE, "title", "A text that is too long", "text", "x".repeat(10_001));
        assertProblem(400, "question-text-length", physician.postJson("/api/questions", tooLong));
        assertProblem(400, "markup", physician.postJson(comments, json("text", "<img src=x onerror=alert(1)>")));
        HttpResponse<String> own = physician.postJson(comments, json("text", "Wait while INR <2 and age >65."));
        expect(201, own);
        assertProblem(409, "own-comment", rate(physician, field(own, "id"), "AGREE"));
        assertProblem(400, "rating-missing", physician.putJson("/api/comments/" + field(own, "id") + "/rating", "{}"));
    }

    @Test
    public void adviceThatIsTooLongComesBackInItsForm() throws Exception {
        String question = "/questions/" + field(askWithPoll("How long may it be?"), "id");
        String advice = "Four weeks, if the scan is clean. ".repeat(150).strip();
        HttpResponse<String> page = physician.postForm(question, "text=" + URLEncoder.encode(advice, UTF_8));
        expect(400, page);
        assertTrue(page.body(), page.body().contains("Shorten the comment to 5000 characters; it has 5099."));
        assertTrue(page.body(), page.body().contains(">" + advice + "</textarea>"));
    }

    @Test
    public void whoeverAskedClosesTheQuestionAndOpensItAgain() throws Exception {
        String question = "/api/questions/" + field(askWithPoll("What became of it?"), "id");
        String comment = field(colleague.postJson(question + "/comments", json("text", "After four weeks.")), "id");
        String conclusion = "{\"text\":\"Four weeks, no bleeding.\",\"hindsight\":{\"" + comment + "\":\"BORNE_OUT\"}}";
        assertProblem(403, "not-the-asker", colleague.putJson(question + "/conclusion", conclusion));
        HttpResponse<String> closed = physician.putJson(question + "/conclusion", conclusion);
        expect(200, closed);
        assertTrue(closed.body(), closed.body().contains("\"conclusion\":{\"text\":\"Four weeks, no bleeding.\""));
        assertProblem(409, "question-closed", colleague.postJson(question + "/comments", json("text", "Too late.")));
        expect(200, rate(physician, comment, "AGREE"));
        assertTrue(physician.get("/api/calibration").body().contains("\"agreedRightly\":1,\"borneOut\":1"));
        assertTrue(colleague.get("/api/standing").body().contains("\"borneOut\":"));
        expect(200, physician.send(physician.request(question + "/conclusion").DELETE()));
        expect(201, colleague.postJson(question + "/comments", json("text", "In time.")));
        assertTrue(physician.get("/api/calibration").body().contains("\"borneOut\":0"));
    }

    @Test
    public void whatNobodyHasAdvisedOnWaitsForAColleague() throws Exception {
        String id = field(askWithPoll("Who has a minute?"), "id");
        HttpResponse<String> waiting = colleague.get("/api/waiting");
        expect(200, waiting);
        assertTrue(waiting.body(), waiting.body().contains("\"minutes\":"));
        assertFalse(physician.get("/api/waiting").body().contains("\"id\":" + id + ","));
        expect(201, colleague.postJson("/api/questions/" + id + "/comments", json("text", "I have.")));
        assertFalse(colleague.get("/api/waiting").body().contains("\"id\":" + id + ","));
        expect(200, colleague.get("/waiting"));
        assertTrue(colleague.get("/api/first-replies").body().contains("\"asked\":"));
    }

    @Test
    public void aSecondBallotIsRefused() throws Exception {
        String ballots = "/api/polls/" + field(askWithPoll("How often may one vote?"), "poll") + "/ballots";
        expect(204, physician.postJson(ballots, "{\"choice\":[\"1\"]}"));
        assertProblem(409, "already-answered", physician.postJson(ballots, "{\"choice\":[\"2\"]}"));
        assertProblem(400, "ballot-unreadable", colleague.postJson(ballots, "{\"choice\":[\"9\"]}"));
    }

    @Test
    public void aPollTypeDroppedIntoDeployIsOfferedAndItsPollsOutliveIt() throws Exception {
        Path karaf = Path.of(System.getProperty("karaf.base"));
        Path dropped = karaf.resolve("deploy/likert.jar");
        try (Stream<Path> system = Files.walk(karaf.resolve("system/org/curbside/curbside-poll-likert"))) {
            Path jar = system.filter(path -> path.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
            Files.copy(jar, dropped);
        }
        Patience.until(
                "likert is offered",
                () -> physician.get("/api/poll-types").body().contains("likert"));
        HttpResponse<String> asked = ask(
                "Do you agree with early restart?",
                ",\"poll\":{\"type\":\"likert\"," + "\"text\":\"Restart early\",\"choices\":[]}");
        expect(201, asked);
        String poll = "/api/polls/" + field(asked, "poll");
        String ballot = field(physician.get(poll), "name");
        expect(204, physician.postJson(poll + "/ballots", "{\"" + ballot + "\":[\"4\"]}"));
        Files.delete(dropped);
        Patience.until(
                "likert is gone", () -> !physician.get("/api/poll-types").body().contains("likert"));
        assertTrue(physician.get(poll).body().contains("\"ballots\":1"));
        assertTrue(
                physician.get("/questions/" + field(asked, "id")).body().contains("cannot be answered at the moment"));
        assertProblem(503, "poll-type-away", colleague.postJson(poll + "/ballots", "{\"" + ballot + "\":[\"4\"]}"));
    }

    @Test
    public void aBannedMemberIsShutOutAtOnceReadsWhyAndIsLetInAgain() throws Exception {
        Client banned = people.member(14);
        expect(200, banned.get("/api/questions"));
        people.service(Accounts.class).addOperator("keeper", People.PASSWORD);
        Client operator = people.signIn("keeper", People.PASSWORD);
        String ban = "/api/bans/member14";
        String reason = json("reason", "Names of patients, after two warnings.");
        expect(204, operator.putJson(ban, reason));
        assertProblem(401, "sign-in-required", banned.get("/api/questions"));
        HttpResponse<String> again =
                Client.ofTheFrontDoor().postJson("/api/session", json("name", "member14", "password", People.PASSWORD));
        assertProblem(403, "banned", again);
        assertTrue(again.body(), again.body().contains("Names of patients, after two warnings."));
        assertProblem(403, "operators-only", physician.get("/api/bans"));
        expect(204, operator.postJson(ban + "/lifting", json("reason", "Appeal upheld.")));
        expect(200, people.signIn("member14", People.PASSWORD).get("/api/questions"));
    }

    private HttpResponse<String> askWithPoll(String title) throws Exception {
        return ask(
                title, ",\"poll\":{\"type\":\"choice\",\"text\":\"When?\",\"choices\":[\"Two weeks\",\"Four weeks\"]}");
    }

    private HttpResponse<String> ask(String title, String more) throws Exception {
        return physician.postJson(
                "/api/questions",
                "{\"specialty\":\"" + MEDICINE + "\",\"title\":\"" + title
                        + "\",\"text\":\"A frail patient after a small subdural.\",\"topics\":[\"stroke\"]" + more
                        + "}");
    }

    private HttpResponse<String> rate(Client rater, String comment, String rating) throws Exception {
        return rater.putJson("/api/comments/" + comment + "/rating", json("rating", rating));
    }

    private Client analyst(String client) throws Exception {
        String name = "reader." + client;
        if (!ANALYSTS.contains(name)) {
            people.service(Accounts.class).addAnalyst(name, People.PASSWORD, client);
            ANALYSTS.add(name);
        }
        return people.signIn(name, People.PASSWORD);
    }

    private static final Set<String> ANALYSTS = ConcurrentHashMap.newKeySet();
}
