package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.curbside.api.membership.Accounts;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;

/** A post is flagged, hidden, appealed for and comes back. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PostsModerated {

    private static final String MEDICINE = "207R00000X";

    @Inject
    @SuppressWarnings("unused")
    @Filter(timeout = Patience.BOOT_MILLIS)
    private BootFinished bootFinished;

    @Inject
    private BundleContext context;

    @Configuration
    public Option[] distribution() throws IOException {
        return Distribution.onFreePorts();
    }

    @Test
    public void whatOneFlagsAnotherHidesTheAuthorAppealsAndAThirdRestores() throws Exception {
        People people = new People(context);
        Client author = people.member(0);
        Client flagger = people.member(1);
        people.service(Accounts.class).addOperator("usher", People.PASSWORD);
        Client operator = people.signIn("usher", People.PASSWORD);
        Client one = moderator(people, operator, 15);
        Client other = moderator(people, operator, 13);
        String question = field(
                author.postJson(
                        "/api/questions",
                        json(
                                "specialty", MEDICINE,
                                "title", "How long do you wait before you resume?",
                                "text", "The only one in our valley with it; everybody knows her.")),
                "id");
        String images = "/api/questions/" + question + "/images";
        expect(201, PicturesDrawn.send(author, images + "?" + PicturesDrawn.SHOWN, "image/png", PicturesDrawn.strip()));

        String flag = "{\"kind\":\"QUESTION\",\"post\":" + question + ",\"rule\":\"PATIENT\"}";
        HttpResponse<String> flagged = flagger.postJson("/api/moderation/flags", flag);
        expect(201, flagged);
        assertTrue(flagged.body(), flagged.body().contains("\"hidden\":true"));
        assertFalse(flagger.get("/api/questions?limit=50").body().contains("\"id\":" + question + ","));
        assertTrue(flagger.get("/questions/" + question).body().contains("Hidden by moderators"));
        assertProblem(404, "no-such-image", flagger.get(images + "/1"));
        assertProblem(
                409, "post-hidden", one.postJson("/api/questions/" + question + "/comments", json("text", "Wait.")));
        assertProblem(403, "moderators-only", flagger.get("/api/moderation/queue"));

        String id = field(one.get("/api/moderation/queue"), "id");
        expect(200, one.putJson("/api/moderation/cases/" + id + "/claim", ""));
        assertFalse(one.get("/moderation/cases/" + id).body().contains("member1<"));
        String shown = "/api/moderation/cases/" + id + "/images/1";
        assertTrue(one.get("/moderation/cases/" + id).body().contains("<img src=\"" + shown + "\""));
        assertTrue(one.get("/api/moderation/cases/" + id + "/images").body().contains("\"address\":\"" + shown + "\""));
        expect(200, one.get(shown));
        assertProblem(403, "moderators-only", flagger.get(shown));
        expect(
                200,
                one.postJson(
                        "/api/moderation/cases/" + id + "/decision",
                        json("measure", "HIDE", "rule", "PATIENT", "words", "A valley is enough to know her by.")));
        String notices = author.get("/notices-of-moderation").body();
        assertTrue(notices, notices.contains("A valley is enough to know her by."));
        assertFalse(notices, notices.contains("member15"));
        expect(303, author.postForm("/notices-of-moderation/" + id, "words=There+is+no+such+valley%2C+I+made+it+up."));

        String decision = "/api/moderation/cases/" + id + "/appeal-decision";
        String reversal = "{\"uphold\":false,\"words\":\"Nobody can be known by what is made up.\"}";
        assertProblem(409, "nothing-to-decide", one.postJson(decision, reversal));
        expect(200, other.postJson(decision, reversal));
        assertTrue(flagger.get("/api/questions/" + question).body().contains("The only one in our valley"));
        expect(200, flagger.get(images + "/1"));
        assertTrue(author.get("/notices-of-moderation").body().contains("your post is shown again"));
        String record = operator.get("/office/moderation").body();
        assertTrue(record, record.contains("reversed") && record.contains("all of them fit"));
        assertTrue(Client.ofTheFrontDoor().get("/transparency").body().contains("fewer than 5"));
    }

    /** Of internal medicine, whatever the member's own specialty. */
    private static Client moderator(People people, Client operator, int row) throws Exception {
        Client member = people.member(row);
        expect(204, operator.putJson("/api/moderators/member" + row, ""));
        String channels = "{\"channels\":[\"" + MEDICINE + "\"]}";
        expect(200, operator.putJson("/api/moderation/remits/member" + row, channels));
        return member;
    }
}
