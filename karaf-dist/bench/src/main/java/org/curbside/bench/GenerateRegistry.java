package org.curbside.bench;

import java.nio.file.Path;
import org.curbside.testkit.NppesFile;

/** Writes a made-up NPPES file: GenerateRegistry FILE ROWS. */
public final class GenerateRegistry {

    public static void main(String[] arguments) throws Exception {
        NppesFile.write(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
    }
}
