package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.MEDICINE;
import static org.curbside.itests.OperatorsDayIT.chromium;
import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.Test;

/** The ways in beside a password, and what an owner sees and ends: as a browser does it, with Chromium's own authenticator. */
public class SigningInInABrowser {

    @Test
    public void aMemberSignsInWithAPasskeyAndDoesWithoutAPassword() throws Exception {
        int row =
                Members.rows(MEDICINE).skip(1 + internists().size()).findFirst().orElseThrow();
        Client elsewhere = new Members(instance())
                .join(Members.rows(MEDICINE).skip(1 + internists().size()).limit(1))
                .get(0);
        Page page = signedIn("member" + row, Members.PASSWORD);
        CDPSession cdp = page.context().newCDPSession(page);
        String authenticator = authenticator(cdp);

        page.navigate(here() + "/profile");
        chromium().look(page, "profile-sessions");
        assertTrue(page.content().contains("This browser"));
        addPasskey(page, "My phone");
        chromium().look(page, "profile-passkey");
        assertTrue(page.content().contains("Your passkey is added."));
        page.fill("#name", "My phone again");
        page.click("text=Add a passkey");
        page.waitForSelector("text=This device has a passkey of this account already.");

        assertEquals(200, elsewhere.get("/api/account/sessions").statusCode());
        page.click("text=End all others");
        page.waitForSelector("text=Ended.");
        assertProblem(401, "sign-in-required", elsewhere.get("/api/account/sessions"));
        page.click("text=Remove the password");
        page.waitForSelector("text=Your password is removed.");

        page.click("text=Sign out");
        page.context().clearCookies();
        page.navigate(here() + "/sign-in?next=/topics");
        chromium().look(page, "sign-in-passkey");
        page.fill("#name", "member" + row);
        page.fill("#password", Members.PASSWORD);
        page.click("button:has-text('Sign in')");
        assertTrue(page.content().contains("together they fit no account"));
        page.click("text=Use a passkey");
        page.waitForURL("**/topics");
        page.navigate(here() + "/confirm?next=/topics");
        chromium().look(page, "confirm-passkey");
        assertEquals(0, page.locator("#password").count());
        page.click("text=Use a passkey");
        page.waitForURL("**/topics");

        userIsNotVerified(cdp, authenticator);
        page.click("text=Sign out");
        page.navigate(here() + "/sign-in");
        page.click("text=Use a passkey");
        page.waitForSelector("text=No passkey was used");
    }

    @Test
    public void aRemovedPasskeyOpensNothing() throws Exception {
        Page page = operator("Locksmith");
        authenticator(page.context().newCDPSession(page));
        page.navigate(here() + "/profile");
        addPasskey(page, "Key");
        page.click("text=Remove Key");
        assertTrue(page.content().contains("The passkey is removed."));
        page.click("text=Sign out");
        page.navigate(here() + "/sign-in");
        page.click("text=Use a passkey");
        page.waitForSelector("text=this passkey was not taken");
    }

    @Test
    public void anAppIsAskedForItsCodeAfterThePassword() throws Exception {
        String password =
                instance().command("curbside:operator-add --json Cashier").value("password");
        Page page = signedIn("Cashier", password);
        page.click("nav >> text=Cashier");
        page.click("text=Set up an app");
        chromium().look(page, "authenticator");
        page.fill("#code", "000000");
        page.click("text=Use this app");
        PlaywrightAssertions.assertThat(page.locator("#code")).isFocused();
        page.fill("#code", code(page));
        page.click("text=Use this app");
        chromium().look(page, "recovery-codes");
        List<String> codes = page.locator("#recovery-codes li").allTextContents();
        assertEquals(10, codes.size());
        page.click("text=I have them");
        chromium().look(page, "profile-authenticator");
        assertTrue(page.content().contains("10 recovery codes are left"));
        page.click("text=Sign out");

        Page again = signedIn("Cashier", password);
        chromium().look(again, "second-step");
        again.fill("#code", "000000");
        again.click("text=Go on");
        PlaywrightAssertions.assertThat(again.locator("#code")).isFocused();
        again.fill("#code", codes.get(0));
        again.click("text=Go on");
        again.waitForURL("**/office");
        again.navigate(here() + "/confirm?next=/profile");
        chromium().look(again, "confirm");
        again.fill("#password", "a wrong password");
        again.click("text=It is me");
        PlaywrightAssertions.assertThat(again.locator("#password")).isFocused();
        again.fill("#password", "");
        again.fill("#code", codes.get(1));
        again.click("text=It is me");
        assertTrue(again.content().contains("8 recovery codes are left"));
        again.click("text=Ask for no code any longer");
        assertTrue(again.content().contains("Set up an app"));
    }

    @Test
    public void anOperatorMakesAModerator() throws Exception {
        Page page = operator("Warden");
        page.click("nav >> text=Moderators");
        page.fill("#pseudonym", "nobody.here");
        page.click("button:has-text('Appoint')");
        assertTrue(page.content().contains("no member has this one"));
        String internist = "member" + Members.rows(MEDICINE).skip(1).findFirst().orElseThrow();
        page.fill("#pseudonym", internist);
        page.click("button:has-text('Appoint')");
        chromium().look(page, "moderators");
        assertTrue(page.content().contains("Dismiss<"));
        Client moderator = internists().get(0);
        assertTrue(moderator.get("/profile").body().contains("Moderator, appointed by an operator"));
        assertTrue(moderator.get("/api/session").body().contains("\"role\":\"moderator\""));
        assertProblem(403, "operators-only", moderator.get("/api/moderators"));
        assertTrue(instance().command("curbside:moderator --json").json().contains("\"" + internist + "\""));

        RunningInstance.Outcome removed = instance().command("curbside:moderator --json --remove " + internist);

        assertFalse(removed.said(), removed.json().contains(internist));
        assertTrue(moderator.get("/api/session").body().contains("\"role\":\"member\""));
        assertNotEquals(0, instance().command("curbside:moderator Warden").exit());
    }

    private static Page operator(String name) throws Exception {
        String password =
                instance().command("curbside:operator-add --json " + name).value("password");
        return signedIn(name, password);
    }

    /** A passkey is made for a name, never for a number. */
    private static String here() {
        return instance().url().replace("127.0.0.1", "localhost");
    }

    private static Page signedIn(String name, String password) {
        Page page = chromium().visitor();
        page.navigate(here() + "/sign-in");
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("button:has-text('Sign in')");
        return page;
    }

    private static void addPasskey(Page page, String name) {
        page.fill("#name", name);
        page.click("text=Add a passkey");
        page.waitForURL("**/profile?done=passkey");
    }

    /** One that belongs to the device, knows its user, and keeps what it is given. */
    private static String authenticator(CDPSession cdp) {
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject parameters = new JsonObject();
        parameters.add("options", options);
        cdp.send("WebAuthn.enable");
        return cdp.send("WebAuthn.addVirtualAuthenticator", parameters)
                .get("authenticatorId")
                .getAsString();
    }

    private static void userIsNotVerified(CDPSession cdp, String authenticator) {
        JsonObject parameters = new JsonObject();
        parameters.addProperty("authenticatorId", authenticator);
        parameters.addProperty("isUserVerified", false);
        cdp.send("WebAuthn.setUserVerified", parameters);
    }

    /** What an app would show for the secret on the page: RFC 6238, by the browser. */
    private static String code(Page page) {
        return (String)
                page.evaluate(
                        """
                async () => {
                  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
                  const secret = document.getElementById('secret').textContent.replaceAll(' ', '');
                  const bits = [...secret].map(letter => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
                  const bytes = Uint8Array.from(bits.match(/.{8}/g), byte => parseInt(byte, 2));
                  const hmac = {name: 'HMAC', hash: 'SHA-1'};
                  const key = await crypto.subtle.importKey('raw', bytes, hmac, false, ['sign']);
                  const step = new DataView(new ArrayBuffer(8));
                  step.setBigUint64(0, BigInt(Math.floor(Date.now() / 30000)));
                  const hash = new DataView(await crypto.subtle.sign('HMAC', key, step.buffer));
                  const number = hash.getUint32(hash.getUint8(19) & 15) & 0x7fffffff;
                  return String(number % 1000000).padStart(6, '0');
                }
                """);
    }
}
