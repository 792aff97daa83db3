package org.curbside.verification.rpps;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** The register's own specialties by the NUCC codes of the same field; whatever has none there is left to a person. */
final class Specialties {

    private static final Map<String, String> CODES = read();

    private Specialties() {}

    static Optional<String> code(String specialty) {
        return Optional.ofNullable(CODES.get(specialty.strip().toLowerCase(Locale.ROOT)));
    }

    private static Map<String, String> read() {
        try (InputStream in = Specialties.class.getResourceAsStream("specialties.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("=", 2))
                    .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
