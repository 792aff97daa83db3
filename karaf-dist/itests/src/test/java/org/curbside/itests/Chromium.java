package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A browser that is watched: whatever its pages complain of on the console (a breach of the content security policy among
 * it), a script's error or a dialog fails the next look at any page.
 */
final class Chromium implements AutoCloseable {

    /** Debian's Chromium where it is installed; else Playwright fetches its own. */
    private static final Path DEBIANS = Path.of("/usr/bin/chromium");

    private static final Path PICTURES = Path.of("target", "pictures");

    /** Chromium complains of every form that is answered with a refusal, which is what some are sent for. */
    private static final Pattern REFUSED_FORM = Pattern.compile("the server responded with a status of 40[01]");

    private final List<String> complaints = new ArrayList<>();
    private final Playwright playwright;
    private final Browser browser;
    private final String address;

    /** Whose visitors come to {@code address}. */
    Chromium(String address) {
        this.address = address;
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

    /** Someone who was never here before. */
    Page visitor() {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 900))
                .newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("A dialog: " + dialog.message());
            dialog.dismiss();
        });
        return page;
    }

    private void listen(ConsoleMessage message) {
        if (message.type().equals("error")
                && !REFUSED_FORM.matcher(message.text()).find()) {
            complaints.add(message.text());
        }
    }

    Page signedIn(String name, String password) {
        Page page = visitor();
        page.navigate(address + "/sign-in");
        page.fill("#name", name);
        page.fill("#password", password);
        page.click("button:has-text('Sign in')");
        return page;
    }

    /** Opens a page and looks at it. */
    void look(Page page, String path, String name) {
        page.navigate(address + path);
        look(page, name);
    }

    /** In two schemes, lets axe find fault with a page and takes its picture: dark on a phone, light on a desk. */
    void look(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            // without frames of other sites the legacy mode finds the same, three times as fast
            AxeResults faults = new AxeBuilder(page).setLegacyMode(true).analyze();
            assertTrue(name + ", " + scheme + ": " + faults.getViolations(), faults.violationFree());
            int width = scheme == ColorScheme.DARK ? 390 : 1280;
            page.setViewportSize(width, 900);
            picture(page, name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT));
        }
        assertEquals(name, List.of(), complaints);
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        assertEquals(
                name + " is wider than the window",
                0,
                page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
