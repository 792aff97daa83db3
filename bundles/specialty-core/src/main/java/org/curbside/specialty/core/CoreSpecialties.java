package org.curbside.specialty.core;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.osgi.service.component.annotations.Component;

/**
 * One channel for each classification of physicians in the NUCC provider taxonomy, and two for that which holds both
 * psychiatrists and neurologists. Names, synonyms, neighbours and topics are ours; only the codes are NUCC's. Whatever another
 * catalogue says of a specialty holds instead of what stands here.
 */
@Component(property = "service.ranking:Integer=-1000")
@CatalogueId(id = "core")
public final class CoreSpecialties implements SpecialtyCatalogue {

    private final List<Specialty> specialties = read();

    @Override
    public List<Specialty> specialties() {
        return specialties;
    }

    private static List<Specialty> read() {
        try (InputStream file = CoreSpecialties.class.getResourceAsStream("specialties.tsv");
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(CoreSpecialties::specialty).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Specialty specialty(String line) {
        String[] values = line.split("\t", -1);
        return new Specialty(
                values[0],
                values[1],
                Set.copyOf(split(values[2], " ")),
                split(values[3], ","),
                split(values[4], " "),
                split(values[5], ","));
    }

    private static List<String> split(String text, String separator) {
        return text.isEmpty() ? List.of() : List.of(text.split(separator, -1));
    }
}
