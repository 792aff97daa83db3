package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.curbside.spi.verification.Npi;
import org.curbside.testkit.Population.Fate;
import org.curbside.testkit.Population.Person;
import org.curbside.testkit.Population.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PopulationTest {

    private static final LocalDate DAY = LocalDate.parse("2026-03-04");

    @Test
    void people_are_the_same_every_time_and_have_names_and_numbers_of_their_own() {
        List<Person> people = people(new Population(2_000, 7, DAY));
        assertThat(people)
                .isEqualTo(people(new Population(2_000, 7, DAY)))
                .isNotEqualTo(people(new Population(2_000, 8, DAY)));
        assertThat(people.stream().map(Person::npi)).doesNotHaveDuplicates().allMatch(Npi::isValid);
        assertThat(people.stream().map(person -> person.plainGiven() + person.plainFamily()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_fate_has_its_share() {
        var shares = people(new Population(2_000, 1, DAY)).stream()
                .collect(Collectors.groupingBy(Person::fate, Collectors.counting()));
        assertThat(shares).hasSize(Fate.values().length).containsEntry(Fate.REVOKED, 100L);
    }

    @Test
    void every_registry_gets_its_file_the_same_every_time(@TempDir Path one, @TempDir Path other) throws IOException {
        List<Written> files = new Population(300, 7, DAY).write(one);
        new Population(300, 7, DAY).write(other);
        assertThat(files).hasSize(14);
        for (Written file : files) {
            assertThat(file.path())
                    .hasSameBinaryContentAs(other.resolve(file.path().getFileName()));
            assertThat(Files.size(file.path())).isPositive();
        }
    }

    private static List<Person> people(Population population) {
        return IntStream.range(0, population.size())
                .mapToObj(population::person)
                .toList();
    }
}
