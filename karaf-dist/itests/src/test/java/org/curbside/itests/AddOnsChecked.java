package org.curbside.itests;

import static org.curbside.itests.PartnersDayIT.instance;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.testkit.bundle.AddOnJar;
import org.curbside.testkit.bundle.Signer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** {@code curbside:check} says before an installation what would become of it, and leaves everything as it was. */
public class AddOnsChecked {

    static final Path LIKERT = built(House.ROOT.resolve("bundles/poll-likert"));
    private static final Pattern SIGNED = Pattern.compile("\\{\"receipt\":(.*),\"signature\":\"([^\"]+)\"}\\s*");

    /** Catalogues and registries are asked by the house at times of its own, such as when licences are looked at again. */
    private static final Pattern CALLS_BESIDE =
            Pattern.compile("(\"name\":\"curbside-(?:specialty-core|verification-nppes)\"[^{}]*)\"calls\":\\{[^}]*}");

    /** Warned about for something else than that nothing is there yet which it could be tried against. */
    private static final Pattern HALF_RIGHT = Pattern.compile(
            "WARNED\",\"sentence\":\"It (?!offers the [^.]* when it is configured, which was not tried)");

    private Path folder;
    private String before;

    @Before
    public void look() throws Exception {
        folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "checked");
        before = platform();
    }

    @After
    public void nothingChanged() throws Exception {
        Files.deleteIfExists(instance().etc().resolve("trusted/partner.pem"));
        assertEquals(before, platform());
    }

    @Test
    public void aRightAddOnPassesAndTheReceiptIsCheckedByOpenssl() throws Exception {
        Path jar = Files.copy(LIKERT, folder.resolve("likert.jar"));
        RunningInstance.Outcome said = instance().command("curbside:check " + jar);
        assertEquals(said.said(), 0, said.exit());
        assertTrue(said.said(), said.said().contains("poll.PollType \"likert\", answers of version 1"));
        assertTrue(said.said(), said.said().contains("tolerated here for now"));

        Matcher receipt = SIGNED.matcher(Files.readString(folder.resolve("likert.jar.receipt.json")));
        assertTrue(receipt.matches());
        assertTrue(receipt.group(1), receipt.group(1).contains("\"admitted\":true"));
        assertTrue(verifies(receipt.group(1), receipt.group(2)));
        assertFalse(verifies(receipt.group(1).replace("likert", "other"), receipt.group(2)));
    }

    @Test
    public void everyAddOnThatShipsPasses() throws Exception {
        List<String> commands = House.MODULES.stream()
                .filter(module -> Room.of(module).kind() == Room.Kind.ADD_ON)
                .map(module -> "curbside:check --json " + built(module))
                .toList();
        RunningInstance.Outcome said = instance().command(commands.toArray(String[]::new));
        assertEquals(said.said(), 0, said.exit());
        assertEquals(said.said(), commands.size(), said.objects().size());
        assertTrue(said.said(), said.objects().stream().noneMatch(receipt -> HALF_RIGHT
                .matcher(receipt)
                .find()));
    }

    @Test
    public void onceAPartnerIsTrustedAllOthersAreRefused() throws Exception {
        Signer partner = Signer.named("Partner");
        Path signed = partner.sign(LIKERT, folder.resolve("signed.jar"));
        Files.writeString(instance().etc().resolve("trusted/partner.pem"), partner.certificate());

        RunningInstance.Outcome trusted = instance().command("curbside:check --json " + signed);
        assertEquals(trusted.said(), 0, trusted.exit());
        assertTrue(trusted.said(), trusted.json().contains("\"signer\":\"CN=Partner\""));
        refused("Nobody has signed it.", LIKERT);
        refused("CN=Stranger, whom nobody here trusts", Signer.named("Stranger").sign(LIKERT, folder.resolve("s.jar")));
        refused(
                "It is signed, but not org/evil/More.class.",
                AddOnJar.copyOf(signed).withFile("org/evil/More.class", "").writeTo(folder.resolve("more.jar")));
    }

    @Test
    public void whatCannotBeResolvedIsNamed() throws Exception {
        AddOnJar jar = AddOnJar.copyOf(LIKERT);
        refused(
                "It needs the package org.nowhere, which nothing here exports.",
                jar.with("Import-Package", "org.nowhere," + jar.header("Import-Package"))
                        .writeTo(folder.resolve("m.jar")));
        refused("It is no jar.", Files.writeString(folder.resolve("letter.jar"), "Dear operator,"));
    }

    @Test
    public void theStatusSaysHowStrictItIs() throws Exception {
        assertTrue(platform(), platform().contains("Add-ons are admitted unsigned until"));
    }

    private static Path built(Path module) {
        return module.resolve("target/curbside-" + module.getFileName() + "-0.1.0-SNAPSHOT.jar")
                .toAbsolutePath()
                .normalize();
    }

    private static void refused(String sentence, Path jar) throws Exception {
        RunningInstance.Outcome said = instance().command("curbside:check --json " + jar);
        assertNotEquals(said.said(), 0, said.exit());
        assertTrue(said.said(), said.json().contains("\"admitted\":false"));
        assertTrue(said.said(), said.said().contains(sentence));
        assertFalse(said.said(), said.said().contains("\tat "));
    }

    private boolean verifies(String receipt, String signature) throws Exception {
        Path text = Files.writeString(folder.resolve("receipt"), receipt);
        Path sig = Files.write(folder.resolve("signature"), Base64.getDecoder().decode(signature));
        String key = instance().command("curbside:check --key").said();
        Path pem = Files.writeString(
                folder.resolve("key.pem"), key.substring(key.indexOf("-----BEGIN")), StandardCharsets.US_ASCII);
        return new ProcessBuilder(
                                "openssl",
                                "pkeyutl",
                                "-verify",
                                "-pubin",
                                "-inkey",
                                "" + pem,
                                "-rawin",
                                "-in",
                                "" + text,
                                "-sigfile",
                                "" + sig)
                        .inheritIO()
                        .start()
                        .waitFor()
                == 0;
    }

    /** All that the operator is told, but how often the catalogue was called: the desk asks it by itself. */
    private static String platform() throws Exception {
        return CALLS_BESIDE
                .matcher(instance().command("curbside:status --json").json())
                .replaceAll("$1");
    }
}
