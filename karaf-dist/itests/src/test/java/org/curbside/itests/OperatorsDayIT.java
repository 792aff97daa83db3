package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.testkit.NppesFile;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** One instance, run by its scripts and used by a browser, from the first start to a power cut. */
public class OperatorsDayIT {

    private static final String PASSWORD = "four words make one";
    /** Debian's Chromium where it is installed; else Playwright fetches its own. */
    private static final Path DEBIANS = Path.of("/usr/bin/chromium");

    private static final Path PICTURES = Path.of("target", "pictures");

    private static RunningInstance instance;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeClass
    public static void start() throws Exception {
        instance = RunningInstance.unpack(Files.createTempDirectory("curbside"));
        instance.start();
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(options());
    }

    private static BrowserType.LaunchOptions options() {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setHeadless(true)
                .setArgs(List.of("--no-sandbox", "--disable-quic", "--disable-background-networking"));
        return Files.exists(DEBIANS) ? options.setExecutablePath(DEBIANS) : options;
    }

    @AfterClass
    public static void stop() throws Exception {
        if (playwright != null) {
            playwright.close();
        }
        if (instance != null) {
            instance.close();
        }
    }

    @Test
    public void theRoadInABrowserAndAPowerCutAtItsEnd() throws Exception {
        Path registry = Files.createTempDirectory("registry").resolve("nppes.csv");
        NppesFile.write(registry, 500);
        RunningInstance.Outcome loaded = instance.command("curbside:registry-load --json nppes " + registry);
        assertEquals(loaded.said(), 0, loaded.exit());
        assertTrue(loaded.said(), loaded.json().contains("\"stored\":475"));
        String operator =
                field(instance.command("curbside:operator-add --json Porter").json(), "password");
        String analyst = field(
                instance.command("curbside:client-add --json Reader county-health")
                        .json(),
                "password");

        Page page = visitor(1280, 900, ColorScheme.LIGHT);
        look(page, "/", "welcome");
        becomeAMember(page);
        ask(page);
        String question = page.url();
        advise(page);
        page.navigate(instance.url() + "/ask");
        look(page, "/ask", "ask");
        report(page, question);
        look(page, "/profile", "profile");

        Page office = visitor(1280, 900, ColorScheme.LIGHT);
        signIn(office, "Porter", operator);
        look(office, "/office", "office");
        Page client = visitor(1280, 900, ColorScheme.LIGHT);
        signIn(client, "Reader", analyst);
        look(client, "/client", "client");
        assertTrue(client.content().contains("No poll has been answered by 11 physicians yet."));

        instance.kill();
        instance.start();
        page.navigate(question);
        assertTrue(page.content(), page.content().contains("Four weeks, if the scan is clean."));
        assertTrue(page.content(), page.content().contains("Your answer is in."));
    }

    @Test
    public void commandsEndWithTheirOutcome() throws Exception {
        RunningInstance.Outcome status = instance.command("curbside:status --json");
        assertEquals(status.said(), 0, status.exit());
        assertTrue(status.said(), status.json().contains("\"healthy\":true"));
        assertNotEquals(
                0, instance.command("curbside:registry-load nppes /nowhere.csv").exit());
        assertNotEquals(
                0,
                instance.command("curbside:registry-load nothing /nowhere.csv").exit());
        assertNotEquals(
                0, instance.command("curbside:decide 99 approve because").exit());
        assertNotEquals(0, instance.command("curbside:nonsense").exit());
    }

    private void becomeAMember(Page page) throws Exception {
        page.click("text=Verify your licence >> nth=0");
        look(page, "/verify", "verify");
        page.fill("#givenName", NppesFile.givenName(0));
        page.fill("#familyName", NppesFile.familyName(0));
        page.fill("#npi", NppesFile.npi(1));
        page.click("text=Look me up");
        assertTrue(page.content().contains("The name does not fit this NPI"));
        page.fill("#npi", NppesFile.npi(0));
        page.click("text=Look me up");
        look(page, "/verify/case", "case-letter");
        String code = field(instance.command("curbside:letters --json").json(), "code");
        page.fill("#code", code);
        page.click("text=This is my code");
        look(page, "/verify/case", "case-proven");
        String credential = page.textContent("#credential");
        page.click("text=Choose a pseudonym >> nth=-1");
        look(page, "/join", "join");
        page.fill("#credential", credential);
        page.fill("#pseudonym", "kestrel");
        page.fill("#password", PASSWORD);
        page.click("text=Become a member");
        look(page, "/", "feed-empty");
    }

    private void ask(Page page) {
        page.click("nav >> text=Ask");
        page.fill("#title", "Apixaban after a small subdural: when?");
        page.fill("#text", "Frail, small traumatic subdural, resolving on CT. Call 212-555-0134.");
        page.click("button:has-text('Ask')");
        assertTrue(page.content().contains("Take out the telephone number"));
        page.fill("#text", "Frail, small traumatic subdural, resolving on CT. When do you restart?");
        page.fill("#topics", "anticoagulation, stroke");
        page.fill("[name='poll.text']", "When would you restart?");
        page.fill("[name='poll.choices']", "Two weeks\nFour weeks\nNever");
        page.click("button:has-text('Ask')");
        page.check("text=Four weeks");
        page.click("text=Answer");
        assertTrue(page.content().contains("Your answer is in."));
    }

    private void advise(Page page) {
        page.fill("#text", "Four weeks, if the scan is clean.");
        page.click("text=Advise >> nth=-1");
        assertTrue(page.content().contains("Your advice"));
        look(page, page.url().substring(instance.url().length()).replaceAll("#.*", ""), "question");
    }

    private void report(Page page, String question) {
        page.navigate(question.replaceAll("#.*", "") + "/report");
        check(page, "report");
        page.fill("#product", "apixaban");
        page.fill("#reaction", "alopecia");
        page.click("button:has-text('Report')");
        assertTrue(page.content().contains("Reports, never incidence"));
        check(page, "signals");
        look(page, "/topics", "topics");
    }

    private void signIn(Page page, String name, String password) {
        look(page, "/sign-in", "sign-in");
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("button:has-text('Sign in')");
    }

    /** Opens a page, takes pictures of it in two widths and two schemes, and lets axe find fault. */
    private void look(Page page, String path, String name) {
        page.navigate(instance.url() + path);
        check(page, name);
    }

    private void check(Page page, String name) {
        AxeResults faults = new AxeBuilder(page).analyze();
        assertTrue(name + ": " + faults.getViolations(), faults.violationFree());
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (int width : new int[] {390, 1280}) {
                page.setViewportSize(width, 900);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(PICTURES.resolve(
                                name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT) + ".png")));
                Object overflow =
                        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
                assertEquals(name + " is wider than the window at " + width, 0, overflow);
            }
        }
    }

    private static Page visitor(int width, int height, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme));
        return context.newPage();
    }

    private static String field(String json, String name) {
        Matcher value = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertTrue(json, value.find());
        return value.group(1);
    }
}
