package org.curbside.demonstration.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScreenplayTest {

    private final List<Scene> scenes = Screenplay.read();

    @Test
    void there_are_sixty_questions_in_thirteen_specialties() {
        assertThat(scenes).hasSize(61);
        assertThat(scenes.stream().map(Scene::specialty).collect(Collectors.toSet()))
                .hasSize(13);
        assertThat(scenes.stream().mapToInt(scene -> scene.lines().size()).sum())
                .isGreaterThanOrEqualTo(200);
        assertThat(scenes.stream().filter(scene -> scene.vote().isPresent()).count())
                .isGreaterThanOrEqualTo(20);
        assertThat(scenes.stream().flatMap(scene -> scene.strip().stream())).hasSize(1);
    }

    @Test
    void every_question_fits_the_limits_of_the_platform() {
        assertThat(scenes)
                .allMatch(scene -> scene.title().length() >= 10 && scene.title().length() <= 200)
                .allMatch(scene -> scene.text().length() >= 20)
                .allMatch(scene -> !scene.topics().isEmpty() && scene.topics().size() <= 5);
    }

    @Test
    void shares_are_shares() {
        scenes.forEach(scene -> scene.vote().ifPresent(vote -> assertThat(vote.leanings().values().stream()
                        .mapToDouble(share -> share)
                        .sum())
                .as(scene.title())
                .isBetween(0.99, 1.01)));
        assertThat(scenes.stream().flatMap(scene -> scene.lines().stream()))
                .allMatch(line -> line.agree() + line.partly() <= 1);
    }

    @Test
    void there_are_about_a_hundred_and_fifty_members() {
        assertThat(Cast.taxonomies()).hasSize(150);
    }
}
