package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.OAuth2Config;
import org.curbside.testkit.NppesFile;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** Claimants show that a licence is theirs otherwise than by a letter; the mail server and the partner are real ones, here. */
public class PossessionShown {

    /** Of surgeons, who are nobody else's on this day. */
    private static final int[] ROWS =
            Members.rows(OperatorsDayIT.SURGERY).skip(20).limit(3).toArray();

    private static final Pattern CODE = Pattern.compile("    ([2-9A-Z]{4}-[2-9A-Z]{4})\r\n");
    private static final String PROVEN = "You have shown that this licence is yours.";

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final MockOAuth2Server partner =
            new MockOAuth2Server(OAuth2Config.Companion.fromJson("{\"interactiveLogin\":true}"));
    private SMTPServer mailServer;
    private Page claimant;

    @Before
    public void open() {
        mailServer = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .simpleMessageListener(new Taker())
                .build();
        mailServer.start();
        partner.start(InetAddress.getLoopbackAddress(), 0);
        claimant = chromium().visitor();
    }

    @After
    public void close() throws Exception {
        mailServer.stop();
        partner.shutdown();
        for (String name : List.of("email", "openid")) {
            Files.deleteIfExists(settings(name));
        }
        instance().command("feature:uninstall curbside-proof-email curbside-proof-openid");
    }

    @Test
    public void byAnEmailASignInWithAPartnerOrACall() throws Exception {
        assertEquals(
                0,
                instance()
                        .command("feature:install curbside-proof-email curbside-proof-openid")
                        .exit());
        Files.writeString(
                settings("email"),
                String.join(
                        "\n",
                        "host = 127.0.0.1",
                        "port = " + mailServer.getPortAllocated(),
                        "security = NONE",
                        "from = desk@community.example",
                        "domains = hospital.example"));
        Files.writeString(
                settings("openid"),
                String.join(
                        "\n",
                        "issuer = " + partner.issuerUrl("board"),
                        "name = Our Association",
                        "client.id = curbside",
                        "return.url = " + instance().url() + "/verify/proof/openid"));
        byEmail();
        byTheirSignIn();
        byACall();
        assertFalse(instance().command("curbside:status --json").said().contains("FAILING"));
    }

    private void byEmail() throws Exception {
        claim(ROWS[0]);
        Patience.until("both ways are offered", () -> {
            claimant.navigate(instance().url() + "/verify/case");
            return claimant.isVisible("#typed-email") && claimant.isVisible("text=Sign in with Our Association");
        });
        chromium().look(claimant, "case-ways");
        choose("email", "info@hospital.example");
        assertTrue(claimant.content().contains("This address is not made of your name"));
        chromium().look(claimant, "case-way-refused");
        String family = NppesFile.familyName(ROWS[0]).replaceAll("[^A-Z]", "");
        choose("email", NppesFile.givenName(ROWS[0]).charAt(0) + "." + family + "@hospital.example");
        assertTrue(claimant.content(), claimant.content().contains("Begun: An e-mail to your hospital or university"));
        Matcher code = CODE.matcher(mails.get(0));
        assertTrue(mails.get(0), code.find());
        claimant.fill("#code", code.group(1));
        claimant.click("text=This is my code");
        assertTrue(claimant.content(), claimant.content().contains(PROVEN));
    }

    private void choose(String way, String typed) {
        claimant.fill("#typed-" + way, typed);
        claimant.click("form[action='/verify/way/" + way + "'] button");
    }

    private void byTheirSignIn() throws Exception {
        claimant = chromium().visitor();
        claim(ROWS[1]);
        claimant.click("form[action='/verify/way/openid'] button");
        chromium().look(claimant, "elsewhere");
        claimant.route("**/fonts.googleapis.com/**", theirFonts -> theirFonts.fulfill());
        claimant.click("a.button:has-text('Go to localhost')");
        claimant.fill("[name=username]", "a member");
        claimant.fill("[name=claims]", "{\"npi\":\"" + NppesFile.npi(ROWS[1]) + "\"}");
        claimant.click("[type=submit]");
        assertTrue(claimant.content(), claimant.content().contains(PROVEN));
        assertEquals(instance().url() + "/verify/case", claimant.url());
    }

    private void byACall() throws Exception {
        claimant = chromium().visitor();
        claim(ROWS[2]);
        claimant.click("form[action='/verify/way/call'] button");
        assertTrue(claimant.content().contains("Somebody from the desk calls the number on your record."));
        String password =
                instance().command("curbside:operator-add --json Caller").value("password");
        Page office = chromium().signedIn("Caller", password);
        chromium().look(office, "/office/calls", "office-calls");
        String code = office.textContent(".card .code");
        office.check("text=I told the physician the code");
        office.click("text=Note it");
        assertTrue(office.content().contains("Nobody waits for a call."));
        claimant.fill("#code", code);
        claimant.click("text=This is my code");
        assertTrue(claimant.content(), claimant.content().contains(PROVEN));
    }

    private void claim(int row) throws Exception {
        claimant.navigate(instance().url() + "/verify");
        claimant.fill("#givenName", NppesFile.givenName(row));
        claimant.fill("#familyName", NppesFile.familyName(row));
        claimant.fill("#npi", NppesFile.npi(row));
        claimant.click("text=Look me up");
    }

    private static Path settings(String name) {
        return instance().etc().resolve("org.curbside.proof." + name + ".cfg");
    }

    /** Keeps what the server takes. */
    private final class Taker implements SimpleMessageListener {

        @Override
        public boolean accept(String from, String to) {
            return true;
        }

        @Override
        public void deliver(String from, String to, InputStream data) throws IOException {
            mails.add(new String(data.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }
}
