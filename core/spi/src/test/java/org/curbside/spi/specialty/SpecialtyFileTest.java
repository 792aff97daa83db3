package org.curbside.spi.specialty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecialtyFileTest {

    private static final String FILE =
            """
            # By nobody in particular.
            [208600000X] Surgery
            holders: 208600000X

            [207RC0000X] Cardiology
            holders: 207RC0000X 207RA0002X
            broader: 207R00000X
            neighbours: 207P00000X 208G00000X
            synonyms: cardiologist, heart doctor

            topics:
              atrial fibrillation = AF, afib
              aortic stenosis
            template:
              Echo: chambers, valves: pressures
            red flags:
              Chest pain: new ST elevation.
            polls:
              Rate or rhythm (choice): Which (of the two) would you try first?
              - rate
              - rhythm
              Beta-blocker (likert): I would go on with it.
            """;

    @Test
    void a_specialty_is_what_stands_below_its_name() {
        Specialty cardiology = new Specialty(
                "207RC0000X",
                "Cardiology",
                Set.of("207RC0000X", "207RA0002X"),
                List.of("cardiologist", "heart doctor"),
                List.of("207P00000X", "208G00000X"),
                List.of("atrial fibrillation", "aortic stenosis"),
                "207R00000X",
                List.of(new Term("atrial fibrillation", List.of("AF", "afib"))),
                new Guide(
                        List.of(new Guide.Heading("Echo", "chambers, valves: pressures")),
                        List.of("Chest pain: new ST elevation."),
                        List.of(
                                new Guide.Preset(
                                        "Rate or rhythm",
                                        "choice",
                                        "Which (of the two) would you try first?",
                                        List.of("rate", "rhythm")),
                                new Guide.Preset("Beta-blocker", "likert", "I would go on with it.", List.of()))));
        Specialty surgery =
                new Specialty("208600000X", "Surgery", Set.of("208600000X"), List.of(), List.of(), List.of());
        assertThat(SpecialtyFile.read(FILE.lines().toList())).containsExactly(cardiology, surgery);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "holders: 207RC0000X",
                "[207RC0000X] Cardiology\nsomewhat",
                "[207RC0000X] Cardiology\nbroader: 207R00000X\nbroader: 208600000X",
                "[207RC0000X] Cardiology\ntemplate:\nEcho",
                "[207RC0000X] Cardiology\npolls:\n- rate",
                "[207RC0000X] Cardiology\npolls:\nRate or rhythm?"
            })
    void a_line_that_is_not_understood_is_named(String file) {
        List<String> lines = file.lines().toList();
        assertThatThrownBy(() -> SpecialtyFile.read(lines))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not understood: " + lines.get(lines.size() - 1));
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatThrownBy(() -> SpecialtyFile.read(SpecialtyFileTest.class, "none.txt"))
                .hasMessage("There is no none.txt beside " + SpecialtyFileTest.class.getName() + ".");
    }
}
