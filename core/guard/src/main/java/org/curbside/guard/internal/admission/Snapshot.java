package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.locks.LockSupport;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Verdict;

/** A copy of a file at one moment, so that all checks are of the same bytes. */
final class Snapshot {

    private final Path original;
    private final Path copy;
    private final Mark before;

    private Snapshot(Path original, Path copy, Mark before) {
        this.original = original;
        this.copy = copy;
        this.before = before;
    }

    /** Copies the file into a folder; a file that changes meanwhile is still being written by somebody. */
    static Snapshot take(Path original, Path folder) throws Unfit {
        if (Files.isDirectory(original)) {
            throw new Unfit(Finding.refused(Opening.READABLE, "It is a folder. Give the path of the .jar file."));
        }
        try {
            Mark before = Mark.of(original);
            Snapshot taken = new Snapshot(original, Files.copy(original, folder.resolve("addon.jar")), before);
            taken.refuseIfItChanged();
            return taken;
        } catch (NoSuchFileException e) {
            throw new Unfit(Finding.refused(Opening.READABLE, "There is no file " + original + "."));
        } catch (IOException e) {
            throw new Unfit(Finding.refused(Opening.READABLE, "The file cannot be read: " + e.getMessage() + "."));
        }
    }

    Path file() {
        return copy;
    }

    String sha256() {
        try (InputStream in = Files.newInputStream(copy)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A jar that breaks off may have been caught while it was being copied: then it grows within a moment. */
    void refuseIfItChangesWithin(Duration moment) throws Unfit {
        LockSupport.parkNanos(moment.toNanos());
        try {
            refuseIfItChanged();
        } catch (IOException e) {
            throw new Unfit(Finding.refused(Verdict.COPIED, "The file went away while it was looked at."));
        }
    }

    private void refuseIfItChanged() throws IOException, Unfit {
        if (!Mark.of(original).equals(before)) {
            throw new Unfit(Finding.refused(
                    Verdict.COPIED, "The file is still being copied. Look again when it has all arrived."));
        }
    }

    /** By which a file that was written to is known. */
    private record Mark(long size, FileTime changed) {

        static Mark of(Path file) throws IOException {
            return new Mark(Files.size(file), Files.getLastModifiedTime(file));
        }
    }
}
