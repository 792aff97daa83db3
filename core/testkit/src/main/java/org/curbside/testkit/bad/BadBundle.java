package org.curbside.testkit.bad;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.curbside.testkit.bundle.AddOnJar;
import org.curbside.testkit.bundle.Signer;

/**
 * An add-on that is wrong in one way. Admission refuses it, and a platform that has taken it all the same survives it, names
 * it, and serves everything else.
 *
 * <p>Write one and try {@code curbside:check} on it, or write a latent one, which admission cannot see through, and try
 * {@code curbside:install}. Do that on a platform that nobody needs: what runs in one virtual machine can be contained
 * only so far.
 */
public enum BadBundle {
    THROWS_IN_ACTIVATE("Throws when it is activated.", "ThrowsInActivate"),
    HANGS_IN_ACTIVATE("Comes to no end with its activation.", "HangsInActivate", "Hanging"),
    STARTS_SLOWLY("Takes eight seconds to be activated.", "StartsSlowly"),
    HANGS_IN_CALL("Hangs with every ballot, and does not mind being interrupted.", "HangsInCall", "Hanging"),
    LEAKS_THREADS("Starts sixty threads with every ballot and ends none.", "LeaksThreads", "Hanging"),
    LEAKS_MEMORY("Keeps 16 MB of every ballot that it counts and of every figure that it draws.", "LeaksMemory"),
    RETURNS_GIGABYTES("Draws two billion figures.", "ReturnsGigabytes", "ReturnsGigabytes$Endless"),
    WRITES_GIGABYTES("Writes files that have no end.", "WritesGigabytes"),
    CALLS_BACK("Has the poll type \"choice\" and itself read every ballot, and so on without an end.", "CallsBack"),
    STOPS_IN_CALL("Stops itself with every ballot, while it is called.", "StopsInCall"),
    ENDS_THE_PROCESS("Ends the process in which it is activated; a latent one ends the platform.", "EndsTheProcess"),
    LOOKS_FOR_IDENTITY(
            "Looks for the licence desk and the databases through all bundles, and says on its ballots what it found.",
            "LooksForIdentity"),
    WRONG_SPI_VERSION("Was built for another spi."),
    UNSIGNED("Is signed by nobody, and right otherwise."),
    TAMPERED_BY_ADDING("Has a class more than when it was signed."),
    TAMPERED_BY_CHANGING("Has a file that was changed after it was signed.");

    private static final String PLANTED = "org.curbside.testkit.bad.planted.";
    private static final String RIGHT = "Thumbs";
    private static final String DESCRIPTOR = "component";

    private final String sentence;
    private final String type;
    private final String classes;

    BadBundle(String sentence) {
        this(sentence, RIGHT);
    }

    BadBundle(String sentence, String type, String... more) {
        this.sentence = sentence;
        this.type = type;
        this.classes =
                String.join(" ", RIGHT, "Mood", type, String.join(" ", more)).strip();
    }

    /** What is wrong with it. */
    public String sentence() {
        return sentence;
    }

    /** Its symbolic name, which is also the id of the extension that it offers. */
    public String symbolicName() {
        return "bad-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Writes its jar into the folder. */
    public Path write(Path folder) throws IOException {
        return write(jar(), folder);
    }

    /**
     * Writes a jar of it into the folder that misbehaves in a platform only, so that a trial before finds nothing. What is
     * wrong with a file, such as its signature, is wrong everywhere.
     */
    public Path writeLatent(Path folder) throws IOException {
        return write(jar().withFile("latent", ""), folder);
    }

    /** Writes all into a folder, and the latent ones into its folder {@code latent}, and says what they are. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (BadBundle bad : values()) {
            bad.writeLatent(folder.resolve("latent"));
            System.out.println(bad.write(folder) + "  " + bad.sentence());
        }
    }

    private Path write(AddOnJar jar, Path folder) throws IOException {
        return spoiled(jar).writeTo(Files.createDirectories(folder).resolve(symbolicName() + ".jar"));
    }

    private AddOnJar jar() {
        AddOnJar jar = AddOnJar.named(symbolicName(), "1.0.0").with("Import-Package", imports("[1.0,2)"));
        if (this == WRITES_GIGABYTES) {
            jar.offering(DESCRIPTOR, "curbside.export.id", symbolicName(), "export.ExportFormat", PLANTED + type);
        } else {
            jar.offering(DESCRIPTOR, "curbside.poll.type", symbolicName(), "poll.PollType", PLANTED + type);
        }
        String[] inside = Stream.of(classes.split(" ")).map(PLANTED::concat).toArray(String[]::new);
        return jar.withClasses(BadBundle.class.getClassLoader(), inside);
    }

    /** What is wrong with a file is done last. */
    private AddOnJar spoiled(AddOnJar jar) throws IOException {
        return switch (this) {
            case WRONG_SPI_VERSION -> jar.with("Import-Package", imports("[99.0,100)"));
            case TAMPERED_BY_ADDING -> signed(jar).withFile("org/example/Added.class", "added");
            case TAMPERED_BY_CHANGING -> signed(jar).withFile("OSGI-INF/" + DESCRIPTOR + ".xml", "<changed/>");
            default -> jar;
        };
    }

    private static String imports(String spi) {
        return "org.osgi.framework,org.curbside.spi.poll;version=\"" + spi + "\",org.curbside.spi.export;version=\""
                + spi + "\"";
    }

    private static AddOnJar signed(AddOnJar jar) throws IOException {
        Path plain = jar.writeTo(Files.createTempFile("plain", ".jar"));
        Path signed = Files.createTempFile("signed", ".jar");
        try {
            return AddOnJar.copyOf(Partner.SIGNER.sign(plain, signed));
        } finally {
            Files.delete(plain);
            Files.delete(signed);
        }
    }

    /** Made when the first jar is signed, for that takes a second. */
    private static final class Partner {
        static final Signer SIGNER = Signer.named("Partner");
    }
}
