package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;

/** What a poll type must say before the platform can draw it for somebody to read. */
final class Drawable {

    private static final String NAME = "[a-z][a-z0-9_]{0,63}";
    private static final int LONGEST_ANSWER = 4_000;

    private Drawable() {}

    static void assertBallot(List<Field> ballot) {
        assertThat(ballot).isNotEmpty();
        assertThat(ballot).extracting(Field::name).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertWords(ballot.stream().map(Field::label).toList());
        ballot.forEach(Drawable::assertField);
    }

    static void assertFigures(List<Figure> figures) {
        assertThat(figures).isNotEmpty();
        assertWords(figures.stream().map(Figure::title).toList());
        for (Figure figure : figures) {
            if (figure instanceof Figure.Distribution distribution) {
                assertThat(distribution.bars()).extracting(Figure.Bar::label).doesNotHaveDuplicates();
                assertWords(distribution.bars().stream().map(Figure.Bar::label).toList());
            } else if (figure instanceof Figure.Estimate estimate) {
                assertThat(estimate.value()).isFinite();
            }
        }
    }

    static void assertCodebook(List<Variable> codebook) {
        assertThat(codebook).isNotEmpty();
        assertThat(codebook).extracting(Variable::name).doesNotHaveDuplicates().allMatch(name -> name.matches(NAME));
        assertWords(codebook.stream().map(Variable::label).toList());
        for (Variable variable : codebook) {
            assertWords(List.copyOf(variable.values().values()));
            if (variable.type() == Variable.Type.CODE) {
                assertThat(variable.values())
                        .as("meanings of " + variable.name())
                        .isNotEmpty();
            }
        }
    }

    private static void assertField(Field field) {
        if (field instanceof Field.SingleChoice choice) {
            List<Field.Option> options = choice.options();
            assertThat(options).isNotEmpty().extracting(Field.Option::value).doesNotHaveDuplicates();
            assertWords(options.stream().map(Field.Option::value).toList());
            assertWords(options.stream().map(Field.Option::label).toList());
        } else if (field instanceof Field.Scale scale) {
            assertThat(scale.from()).isLessThan(scale.to());
            assertWords(List.of(scale.fromLabel(), scale.toLabel()));
        } else if (field instanceof Field.Quantity quantity) {
            assertThat(quantity.min()).isFinite().isLessThan(quantity.max());
            assertThat(quantity.max()).isFinite();
        } else if (field instanceof Field.Text text) {
            assertThat(text.maxLength()).isBetween(1, LONGEST_ANSWER);
        }
    }

    private static void assertWords(List<String> words) {
        assertThat(words).allMatch(word -> !word.isBlank());
    }
}
