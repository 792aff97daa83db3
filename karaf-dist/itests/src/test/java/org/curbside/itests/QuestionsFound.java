package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.curbside.itests.OperatorsDayIT.surgeons;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.curbside.spi.specialty.Term;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.Test;

/** What was asked is found a moment later, by the names that a specialty brings while all runs, and in an index that was made anew. */
public class QuestionsFound {

    private static final String NAME = "partner-travel";

    /** A specialty of its own, with a word that nobody else has. */
    public static final class Travel implements SpecialtyCatalogue {

        @Override
        public List<Specialty> specialties() {
            return List.of(new Specialty(
                    "209T00000X",
                    "Travel Medicine of Partners",
                    Set.of("209T00000X"),
                    List.of(),
                    List.of(),
                    List.of("quagga fever"),
                    "",
                    List.of(new Term("quagga fever", List.of("striped horse disease"))),
                    Guide.NONE));
        }
    }

    @Test
    public void aMomentAfterItWasAskedByWhateverName() throws Exception {
        String asked = "{\"specialty\":\"" + OperatorsDayIT.MEDICINE
                + "\",\"title\":\"Which drug for quagga fever\",\"text\":\"A traveller with quagga fever, day three.\"}";
        expect(201, surgeons().get(0).postJson("/api/searches", "{\"query\":\"quagga\"}"));
        String question = field(internists().get(0).postJson("/api/questions", asked), "id");
        Patience.until("it is found", () -> found("quagga"));
        assertTrue(search("drugs").contains("{\"text\":\"drug\",\"found\":true}"));
        String advice = field(
                internists()
                        .get(1)
                        .postJson(
                                "/api/questions/" + question + "/comments",
                                "{\"text\":\"Chloroquine is what I would give.\"}"),
                "id");
        assertTrue(internists()
                .get(2)
                .postJson("/api/similar-questions", "{\"text\":\"A drug for a traveller with quagga fever\"}")
                .body()
                .contains("\"question\":" + question + ","));
        Patience.until("the advice is found", () -> found("quagga%20chloroquine"));
        edit(question, advice);
        reply(question, advice);
        assertEquals(1, Integer.parseInt(field(surgeons().get(0).get("/api/searches"), "fresh")));
        Patience.until(
                "the inbox says so",
                () -> surgeons().get(0).get("/api/inbox").body().contains("\"found\":true"));

        assertFalse(found("striped%20horse%20disease"));
        install(jar());
        Patience.until("its other name finds it", () -> found("striped%20horse%20disease"));
        assertEquals(0, instance().command("curbside:uninstall " + NAME).exit());

        RunningInstance.Outcome made = instance().command("curbside:reindex --json");
        assertTrue(made.said(), made.json().contains("\"whole\":true"));
        assertTrue(found("quagga%20primaquine"));
        assertTrue(internists()
                .get(2)
                .get("/search?q=quagga")
                .body()
                .contains(
                        "<a href=\"/questions/" + question + "\">Which drug for <mark class=\"found\">quagga</mark>"));
    }

    /** What was edited is found by what it says now, and everybody can read what it said. */
    private static void edit(String question, String advice) throws Exception {
        expect(
                303,
                internists()
                        .get(1)
                        .postForm(
                                "/questions/" + question + "/advice/" + advice + "/edit",
                                "text=Primaquine+is+what+I+would+give."));
        Patience.until("what it says now is found", () -> found("quagga%20primaquine"));
        assertFalse(found("quagga%20chloroquine"));
        String history =
                internists().get(2).get("/api/comments/" + advice + "/history").body();
        assertTrue(history, history.contains("\"text\":\"Chloroquine is what I would give.\""));
        String page = internists()
                .get(2)
                .get("/questions/" + question + "/advice/" + advice + "/history")
                .body();
        assertTrue(page, page.contains("Chloroquine is what I would give.") && page.contains("Primaquine"));
    }

    /** What is said about advice is told to whoever advised, found, put right and, when it is flagged, read by moderators first. */
    private static void reply(String question, String advice) throws Exception {
        String at = "/questions/" + question + "/advice/" + advice;
        assertTrue(internists().get(0).get(at + "/reply").body().contains("Primaquine is what I would give."));
        expect(303, internists().get(0).postForm(at + "/reply", "text=And+if+favism+runs+in+the+family%3F"));
        Patience.until("it is found", () -> found("quagga%20favism"));
        Patience.until(
                "whoever advised is told",
                () -> internists().get(1).get("/api/inbox").body().contains("\"replies\":1"));
        String reply = field(
                internists()
                        .get(1)
                        .postJson(
                                "/api/comments/" + advice + "/replies",
                                "{\"text\":\"Then doxycycline, and measure G6PD.\"}"),
                "id");
        expect(
                200,
                internists()
                        .get(1)
                        .putJson("/api/replies/" + reply, "{\"text\":\"Then doxycycline; measure G6PD before.\"}"));
        String history =
                internists().get(2).get(at + "/replies/" + reply + "/history").body();
        assertTrue(history, history.contains("Then doxycycline, and measure G6PD."));
        String page = internists().get(2).get("/questions/" + question).body();
        assertTrue(page, page.contains("And if favism runs in the family?"));
        assertTrue(page, page.contains("<li id=\"reply-" + reply + "\">"));
        expect(200, internists().get(2).postForm("/flag/reply/" + reply, "rule=patient"));
        page = internists().get(2).get("/questions/" + question).body();
        assertTrue(page, page.contains("Hidden by moderators: flagged because it could identify a patient"));
        assertFalse(page, page.contains("measure G6PD"));
        Patience.until("it is not found", () -> !found("quagga%20G6PD"));
    }

    private static boolean found(String query) throws Exception {
        return search(query).contains("quagga");
    }

    private static String search(String query) throws Exception {
        return internists().get(2).get("/api/search?q=" + query).body();
    }

    private static Path jar() throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "travel");
        return AddOnJar.named(NAME, "1.0.0")
                .with("Import-Package", "org.curbside.spi.specialty;version=\"[1,2)\"")
                .withClasses(Travel.class.getClassLoader(), Travel.class.getName())
                .offering(
                        "travel",
                        "curbside.specialty.id",
                        "travel",
                        "specialty.SpecialtyCatalogue",
                        Travel.class.getName())
                .writeTo(folder.resolve("travel.jar"));
    }

    private static void install(Path jar) throws Exception {
        RunningInstance.Outcome said = instance().command("curbside:install " + jar);
        assertEquals(said.said(), 0, said.exit());
    }
}
