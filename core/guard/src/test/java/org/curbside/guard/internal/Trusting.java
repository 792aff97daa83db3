package org.curbside.guard.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarFile;
import org.curbside.api.guard.Admission;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Verdict;

/** An admission that takes all jars as versions of one add-on, until it is told to refuse. */
final class Trusting implements Admission {

    private final String name;
    private List<Finding> findings = List.of();
    private List<Finding> atFirst = List.of();
    private Afterwards afterwards = jar -> {};

    Trusting(String name) {
        this.name = name;
    }

    void refuse(String sentence) {
        findings = List.of(Finding.refused("signature", sentence));
    }

    /** Only what has not come before. */
    void refuseAtFirst(String sentence) {
        atFirst = List.of(Finding.refused("signature", sentence));
    }

    void refuseNoMore() {
        findings = List.of();
    }

    void afterwards(Afterwards then) {
        afterwards = then;
    }

    @Override
    public Verdict check(Path jar) {
        return check(jar, atFirst.isEmpty() ? findings : atFirst);
    }

    private Verdict check(Path jar, List<Finding> said) {
        try (JarFile file = new JarFile(jar.toFile())) {
            String version = file.getManifest().getMainAttributes().getValue("Bundle-Version");
            Verdict verdict = new Verdict(
                    "" + jar.getFileName(),
                    Archive.sha256(Files.readAllBytes(jar)),
                    Optional.of(name),
                    Optional.of(version),
                    Optional.empty(),
                    List.of(),
                    said);
            afterwards.to(jar);
            return verdict;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Verdict checkAgain(Path jar) {
        return check(jar, findings);
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    /** What to do after a check. */
    @FunctionalInterface
    interface Afterwards {

        void to(Path jar) throws IOException;
    }
}
