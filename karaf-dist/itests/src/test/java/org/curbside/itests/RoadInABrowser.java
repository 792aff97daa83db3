package org.curbside.itests;

import static java.util.stream.Collectors.joining;
import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.curbside.itests.OperatorsDayIT.unclear;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.awt.image.BufferedImage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.curbside.api.credential.Credential;
import org.curbside.api.credential.IssuerKey;
import org.curbside.testkit.NppesFile;
import org.curbside.testkit.bundle.AddOnJar;
import org.junit.Test;

/** The road as people go it who have never been here before; every page of it is looked at. */
public class RoadInABrowser {

    private String words = "";

    @Test
    public void fromALicenceToARelease() throws Exception {
        Page page = chromium().visitor();
        chromium().look(page, "/", "welcome");
        becomeAMember(page);
        ask(page);
        String question = page.url().substring(instance().url().length()).replaceAll("#.*", "");
        advise(page);
        colleaguesAnswerAndRate(question);
        chromium().look(page, question, "question");
        assertTrue(page.content().contains("13 physicians have answered."));
        assertTrue(page.content().contains("10 of them are counted above"));
        assertTrue(page.content().contains("9 agree, 2 partly, 1 disagree"));
        chromium().look(page, "/ask", "ask");
        report(page, question);
        conclude(page, question);
        changePassword(page);
        renew(page);
        recover();
        aClientTakesThePollHome();
    }

    @Test
    public void aDoubtfulClaimIsRefusedByTheOffice() throws Exception {
        Page claimant = chromium().visitor();
        claim(claimant, NppesFile.npi(unclear(1)));
        chromium().look(claimant, "/verify/case", "case-review");
        assertTrue(claimant.content().contains("A person at the desk looks at your claim"));

        Page office = operator("Porter");
        chromium().look(office, "/office", "office-review");
        office.click("tr:has-text('" + NppesFile.npi(unclear(1)) + "') >> a");
        String address = office.url();
        chromium().look(office, "office-case");
        office.fill("input[name=reason]", "The degree is not one of a physician here.");
        office.press("input[name=reason]", "Enter");
        assertTrue("Enter decides nothing", office.isVisible("input[name=reason]"));
        office.check("text=Propose to refuse");
        office.click("text=Decide");
        office.waitForSelector("text=Another operator has to look at it.");
        chromium().look(office, "office-proposed");

        Page second = operator("Sexton");
        second.navigate(address);
        chromium().look(second, "office-second");
        second.fill("input[name=reason]", "I see none either.");
        second.check("text=Confirm");
        second.click("text=Decide");
        second.waitForSelector("text=Refused or closed");
        chromium().look(second, "/office", "office");
        assertTrue(second.content().contains("No claim waits for a decision."));

        chromium().look(claimant, "/verify/case", "case-refused");
        assertTrue(claimant.content()
                .contains("The desk has refused this claim: The degree is not one of a physician here."));
        aPhotographShowsTheLicence(claimant, office, second);
    }

    /** The claim is made once more and approved; its letter is printed, and a photograph is faster. */
    private static void aPhotographShowsTheLicence(Page claimant, Page office, Page second) throws Exception {
        claim(claimant, NppesFile.npi(unclear(1)));
        String number = instance().command("curbside:reviews --json").value("number");
        instance().command("curbside:decide " + number + " approve 'The degree is recognised here.'");
        chromium().look(office, "/office/letters", "office-letters");
        office.click("text=Make a batch of the new letters");
        chromium().look(office, "office-batch");
        Download letters = office.waitForDownload(() -> office.click("text=Download it"));
        assertTrue(Files.readString(letters.path(), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));

        chromium().look(claimant, "/verify/case", "case-methods");
        Path photograph = Files.createTempFile(Path.of("target").toAbsolutePath(), "badge", ".png");
        ImageIO.write(new BufferedImage(1200, 800, BufferedImage.TYPE_INT_RGB), "png", photograph.toFile());
        claimant.setInputFiles("#document", photograph);
        claimant.click("text=Send it");
        claimant.waitForSelector("text=Two people at the desk look at your document.");
        for (Page operator : List.of(office, second)) {
            chromium().look(operator, "/office/documents", "office-documents");
            operator.click("text=No. " + number);
            Patience.until("the picture", () -> operator.evaluate("document.querySelector('img.document').naturalWidth")
                    .equals(1200));
            chromium().look(operator, "office-document");
            operator.fill("#reason-document", "Name and number fit.");
            operator.check("text=It shows that the licence is theirs");
            operator.click("button:has-text('Decide') >> nth=0");
        }
        chromium().look(claimant, "/verify/case", "case-shown");
        assertTrue(claimant.content(), claimant.content().contains("You have shown that this licence is yours."));
        chromium().look(office, "/office/documents", "office-no-documents");
        assertTrue(office.content().contains("No document waits."));
    }

    @Test
    public void anOperatorPlansInstallsAndRemovesAnAddOn() throws Exception {
        String password =
                instance().command("curbside:operator-add --json Steward").value("password");
        Page page = chromium().signedIn("Steward", password);
        page.click("nav >> text=Add-ons");
        chromium().look(page, "add-ons");
        page.setViewportSize(390, 844);
        assertEquals(0, page.locator(".wide >> nth=0").evaluate("table => table.scrollWidth - table.clientWidth"));
        page.click("tr:has-text('curbside-poll-likert') >> button");
        page.waitForSelector("text=It would be taken.");
        chromium().look(page, "add-on-plan");
        page.fill("#password", "a wrong password");
        page.click("text=Install it");
        assertLedTo("#password", page);
        page.fill("#password", password);
        page.click("text=Install it");
        page.waitForSelector("text=runs.");
        chromium().look(page, "add-on-done");

        checkAFile(page, password);

        page.click("text=Go to the add-ons");
        page.click("a:has-text('Uninstall curbside-poll-likert')");
        chromium().look(page, "add-on-deed");
        page.fill("#password", password);
        page.click("button:has-text('Uninstall')");
        page.waitForSelector("text=curbside-poll-likert is removed.");
        page.click("text=Go to the add-ons");
        chromium().look(page, "add-ons-audit");
        assertTrue(page.content().contains("uninstall curbside-poll-likert"));
        assertTrue(instance().command("curbside:audit --json").json().contains("\"who\":\"Steward\""));
    }

    /** Sent along with the password, and looked at without being installed. */
    private static void checkAFile(Page page, String password) throws Exception {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "sent");
        AddOnJar jar = AddOnJar.copyOf(AddOnsChecked.LIKERT);
        jar.with("Import-Package", "org.nowhere," + jar.header("Import-Package"))
                .writeTo(folder.resolve("broken.jar"));
        Files.write(folder.resolve("large.jar"), new byte[2 << 20]);
        for (String[] sent :
                new String[][] {{"broken.jar", "It needs the package org.nowhere"}, {"large.jar", "It is no jar."}}) {
            page.navigate(instance().url() + "/office/add-ons");
            page.setInputFiles("#jar", folder.resolve(sent[0]));
            page.fill("#password", password);
            page.click("text=Check it");
            page.waitForSelector("text=It would not be taken.");
            assertTrue(page.content(), page.content().contains(sent[1]));
        }
        chromium().look(page, "add-on-refused");
    }

    private static Page operator(String name) throws Exception {
        String password =
                instance().command("curbside:operator-add --json " + name).value("password");
        Page page = chromium().visitor();
        chromium().look(page, "/sign-in", "sign-in");
        return chromium().signedIn(name, password);
    }

    private static void claim(Page page, String npi) {
        page.navigate(instance().url() + "/verify");
        page.fill("#givenName", NppesFile.givenName(0));
        page.fill("#familyName", NppesFile.familyName(0));
        page.fill("#npi", npi);
        page.click("text=Look me up");
    }

    /** Whoever has lost the cookie types the code once only, and finds the case by its key. */
    private static void comeBackWithTheKey(Page page, String code) {
        String key = page.textContent("#case-key");
        page.context().clearCookies();
        page.fill("#code", code);
        page.click("text=This is my code");
        assertLedTo("#key", page);
        assertEquals(code, page.inputValue("#code"));
        chromium().look(page, "case-key");
        page.fill("#key", key);
        page.click("text=Find my case");
    }

    private void becomeAMember(Page page) throws Exception {
        page.click("text=Verify your licence >> nth=0");
        chromium().look(page, "verify");
        claim(page, NppesFile.npi(1));
        assertTrue(page.content().contains("The name does not fit this number"));
        claim(page, NppesFile.npi(0));
        chromium().look(page, "/verify/case", "case-letter");
        comeBackWithTheKey(page, instance().command("curbside:letters --json").value("code"));
        chromium().look(page, "/verify/case", "case-proven");
        refusesAKeyOfItsOwn(page);
        page.click("text=Make my credential");
        page.waitForSelector("#made:not([hidden])");
        assertTrue(page.textContent("#due"), page.textContent("#due").startsWith("Use it from "));
        assertTrue(
                page.textContent("#crowd"),
                page.textContent("#crowd").matches("The registry lists 5\\d physicians .*"));
        chromium().look(page, "case-credential");
        words = page.textContent("#fresh-words");
        page.click("text=I have written them down");
        assertFalse(page.isVisible("#fresh-words"));
        assertFalse(page.evaluate("JSON.stringify(localStorage)").toString().contains(words));
        String credential = page.textContent("#credential");
        page.click("text=Choose a pseudonym >> nth=-1");
        page.waitForSelector("#wait:not([hidden])");
        chromium().look(page, "join");
        assertEquals(credential, page.inputValue("#credential"));
        page.fill("#pseudonym", "kestrel");
        page.fill("#password", Members.PASSWORD);
        page.fill("#passwordAgain", "four words make two");
        page.click("text=Become a member");
        assertLedTo("#password", page);
        assertEquals(credential, page.inputValue("#credential"));
        typeTwice(page, Members.PASSWORD);
        page.click("text=Become a member");
        chromium().look(page, "/", "feed");
    }

    /** A key that the membership does not show, and one of two for the same physicians, would mark whoever uses it. */
    private static void refusesAKeyOfItsOwn(Page page) throws Exception {
        LocalDate epoch = Credential.epochOf(LocalDate.now(ZoneOffset.UTC));
        IssuerKey everybodys = IssuerKey.after(List.of(), OperatorsDayIT.MEDICINE, epoch, spki());
        IssuerKey own = IssuerKey.after(List.of(everybodys), OperatorsDayIT.MEDICINE, epoch, spki());
        show(page, own, List.of(everybodys, own), List.of(everybodys));
        page.waitForSelector("text=Do not go on; tell the operator.");
        show(page, own, List.of(everybodys, own), List.of(everybodys, own));
        page.waitForSelector("text=Do not go on; tell the operator.");
        answer(page, "**/licence-desk/credential", "{\"signature\":\"AAAA\"}");
        show(page, everybodys, List.of(everybodys), List.of(everybodys));
        page.waitForSelector("text=The answer is no signature by the key that was asked for.");
        for (String address : List.of(
                "**/licence-desk/issuer",
                "**/licence-desk/issuer-keys",
                "**/licence-desk/credential",
                "**/session/issuer-keys")) {
            page.unroute(address);
        }
        page.evaluate("localStorage.clear()");
    }

    /** Presses the button while both sides answer so. */
    private static void show(Page page, IssuerKey issuer, List<IssuerKey> desk, List<IssuerKey> membership) {
        answer(page, "**/licence-desk/issuer", described(issuer));
        answer(page, "**/licence-desk/issuer-keys", directory(desk));
        answer(page, "**/session/issuer-keys", directory(membership));
        page.evaluate("document.getElementById('progress').textContent = ''");
        page.click("text=Make my credential");
    }

    /** The latest that was said of an address counts. */
    private static void answer(Page page, String address, String body) {
        page.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody(body)));
    }

    private static String directory(List<IssuerKey> keys) {
        return keys.stream().map(RoadInABrowser::described).collect(joining(",", "{\"items\":[", "]}"));
    }

    private static String described(IssuerKey key) {
        return json(
                "id", key.id(),
                "group", key.group(),
                "epoch", "" + key.epoch(),
                "spki", key.spki(),
                "chain", key.chain());
    }

    private static byte[] spki() throws Exception {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair().getPublic().getEncoded();
    }

    private static void ask(Page page) {
        page.click("nav >> text=Ask");
        takeWhatASpecialtyOffers(page);
        page.fill("#title", "Apixaban after a small subdural: when?");
        page.fill("#text", "Frail, small traumatic subdural, resolving on CT. Call 212-555-0134.");
        page.setViewportSize(390, 844);
        page.click("button:has-text('Ask')");
        assertLedTo("#text", page);
        assertTrue(page.content().contains("Take out the telephone or fax number"));
        assertEquals("Error: Ask a question - Curbside", page.title());
        chromium().look(page, "ask-refused");
        page.fill("#text", "Frail, small traumatic subdural, resolving on CT. When do you restart?");
        page.fill("#topics", "anticoagulation, stroke");
        page.fill("[name='poll.text']", "When would you restart?");
        page.fill("[name='poll.choices']", "Two weeks\nFour weeks\nNever");
        page.click("button:has-text('Ask')");
        chromium().look(page, "poll");
        page.check("text=Four weeks");
        page.click("text=Answer");
        assertTrue(page.content().contains("Your answer is in."));
    }

    /** With script it is there at once; whoever changes their mind finds their words as they were. */
    private static void takeWhatASpecialtyOffers(Page page) {
        page.fill("#title", "Kept");
        page.selectOption("#specialty", "207RC0001X");
        page.click("#offer >> text=electrical storm");
        PlaywrightAssertions.assertThat(page.locator("#topics")).hasValue("electrical storm");
        page.click("text=headings into the question");
        PlaywrightAssertions.assertThat(page.locator("#text")).hasValue(Pattern.compile("\\nECG: "));
        page.click("#offer >> text=Rate or rhythm");
        PlaywrightAssertions.assertThat(page.locator("[name='poll.choices']"))
                .hasValue(Pattern.compile("Rate control\\n"));
        chromium().look(page, "ask-offer");
        PlaywrightAssertions.assertThat(page.locator("#title")).hasValue("Kept");
        page.selectOption("#specialty", "207R00000X");
        page.waitForSelector("text=For Internal Medicine");
    }

    /** Also on a phone, whoever was refused looks at what to change and can change it at once. */
    private static void assertLedTo(String field, Page page) {
        PlaywrightAssertions.assertThat(page.locator(field)).isFocused();
        double top = page.locator(field).boundingBox().y;
        assertTrue(field + " is at " + top, top >= 0 && top < 844);
    }

    private static void advise(Page page) {
        page.fill("#text", "Four weeks, if the scan is clean.");
        page.context().clearCookies();
        page.click("text=Advise >> nth=-1");
        chromium().look(page, "signed-out");
        page.fill("#name", "kestrel");
        page.fill("#password", Members.PASSWORD);
        page.click("button:has-text('Sign in')");
        assertTrue(page.content().contains("What you wrote is still here."));
        chromium().look(page, "unsent");
        page.click("text=Send it now");
        assertTrue(page.content().contains("Your advice"));
        assertTrue(page.content().contains("Four weeks, if the scan is clean."));
    }

    /** All twelve answer the poll and rate the advice: nine agree, two partly, one does not. */
    private static void colleaguesAnswerAndRate(String question) throws Exception {
        List<Client> colleagues = internists();
        HttpResponse<String> asked = colleagues.get(0).get("/api" + question);
        String advice = field(colleagues.get(0).get("/api" + question + "/comments"), "id");
        for (int one = 0; one < colleagues.size(); one++) {
            Client colleague = colleagues.get(one);
            expect(204, colleague.postJson("/api/polls/" + field(asked, "poll") + "/ballots", "{\"choice\":[\"2\"]}"));
            String rating = one < 9 ? "AGREE" : one < 11 ? "PARTLY" : "DISAGREE";
            expect(200, colleague.putJson("/api/comments/" + advice + "/rating", json("rating", rating)));
        }
        expect(
                201,
                colleagues
                        .get(0)
                        .postJson("/api" + question + "/comments", json("text", "Two weeks if the AF is new.")));
    }

    private static void report(Page page, String question) {
        page.navigate(instance().url() + question + "/report");
        chromium().look(page, "report");
        page.fill("#product", "apixaban");
        page.fill("#reaction", "alopecia");
        page.click("button:has-text('Report')");
        assertTrue(page.content().contains("Your report is counted below"));
        chromium().look(page, "signals");
        assertNarrow(page);
        chromium().look(page, "/waiting", "waiting");
        chromium().look(page, "/topics", "topics");
        assertNarrow(page);
    }

    /** Whoever asked says what became of it. */
    private static void conclude(Page page, String question) {
        page.navigate(instance().url() + question);
        page.click("text=Close it with a conclusion");
        chromium().look(page, "conclude");
        page.fill("#text", "Restarted after four weeks; no bleeding. Call 212-555-0134.");
        page.selectOption("select >> nth=0", "borne-out");
        page.click("button:has-text('Close it')");
        assertLedTo("#text", page);
        assertEquals("borne-out", page.inputValue("select >> nth=0"));
        page.fill("#text", "Restarted after four weeks; no bleeding.");
        page.click("button:has-text('Close it')");
        assertTrue(page.content().contains("This question is closed. You can still rate the advice."));
        assertTrue(page.content().contains("Borne out, says whoever asked"));
        chromium().look(page, "concluded");
    }

    /** On a phone a table is read downwards only. */
    private static void assertNarrow(Page page) {
        page.setViewportSize(390, 844);
        assertEquals(0, page.locator(".wide").evaluate("table => table.scrollWidth - table.clientWidth"));
    }

    private static void changePassword(Page page) {
        page.click("nav >> text=kestrel");
        chromium().look(page, "profile");
        page.fill("#currentPassword", "a wrong password");
        typeTwice(page, "five other words make two");
        page.click("text=Change it");
        assertLedTo("#currentPassword", page);
        chromium().look(page, "profile-refused");
        page.fill("#currentPassword", Members.PASSWORD);
        typeTwice(page, "five other words make two");
        page.click("text=Change it");
        assertTrue(page.content().contains("Your password is changed."));
        chromium().look(page, "profile-changed");
    }

    /** Within its epoch a credential may be shown again. */
    private static void renew(Page page) {
        page.navigate(instance().url() + "/renew");
        chromium().look(page, "renew");
        page.click("button:has-text('Renew')");
        chromium().look(page, "renewed");
        assertTrue(page.content().contains("kestrel is renewed"));
    }

    /** From a browser that has never been here. */
    private void recover() {
        Page page = chromium().visitor();
        page.navigate(instance().url() + "/sign-in");
        page.click("text=Sign in with your recovery words");
        page.fill("#words", words.toUpperCase(Locale.ROOT).replaceFirst("^(.)", "X"));
        typeTwice(page, "six more words make three");
        page.click("text=Take the new password");
        page.waitForSelector("text=One of these is mistyped.");
        chromium().look(page, "recover");
        page.fill("#words", words.toUpperCase(Locale.ROOT).replace(" ", ",\n"));
        typeTwice(page, "kestrel sits on a wire");
        page.click("text=Take the new password");
        page.waitForSelector("#trouble:has-text('does not have the name in it')");
        chromium().look(page, "recover-refused");
        typeTwice(page, "six more words make three");
        page.click("text=Take the new password");
        page.waitForSelector("nav >> text=kestrel");
        chromium().look(page, "/profile", "recovered");
    }

    private static void typeTwice(Page page, String password) {
        page.fill("#password", password);
        page.fill("#passwordAgain", password);
    }

    private static void aClientTakesThePollHome() throws Exception {
        String password =
                instance().command("curbside:client-add --json Buyer fund").value("password");
        Page client = chromium().signedIn("Buyer", password);
        client.click("text=When would you restart?");
        chromium().look(client, "client-poll");
        assertTrue(client.content().contains(">13</td>"));
        assertTrue(client.waitForDownload(() -> client.click("text=Download CSV"))
                .suggestedFilename()
                .endsWith(".zip"));
    }
}
