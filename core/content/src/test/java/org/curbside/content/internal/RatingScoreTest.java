package org.curbside.content.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.curbside.api.content.Ratings;
import org.curbside.api.content.View;
import org.curbside.content.internal.consensus.Taste;
import org.curbside.content.internal.store.Tally;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RatingScoreTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final Instant YESTERDAY = Instant.parse("2026-03-03T05:06:07Z");

    @Test
    void many_that_agree_come_before_few_that_all_agree() {
        assertThat(read(rated(90, 5, 5)).score())
                .isGreaterThan(read(rated(3, 0, 0)).score());
    }

    @Test
    void an_author_who_is_well_received_is_read_before_others_while_there_are_few_ratings() {
        double newcomers = read(rated(0, 0, 0)).score();
        double wellReceived = read(by(0.9, 0, 0, 0)).score();
        assertThat(wellReceived)
                .isGreaterThan(newcomers)
                .isGreaterThan(read(by(0.3, 0, 0, 0)).score())
                .isLessThan(read(rated(4, 0, 0)).score());
        assertThat(read(by(0.9, 1, 0, 9)).score())
                .isLessThan(read(rated(5, 0, 5)).score());
    }

    @Test
    void a_view_is_a_minoritys_only_when_enough_have_spoken() {
        assertThat(read(since(YESTERDAY, 1, 0, 3)).label()).isEmpty();
        assertThat(read(since(YESTERDAY, 3, 8, 30)).label()).isEqualTo("minority view, 3 of 41");
        assertThat(read(since(YESTERDAY, 1, 9, 0)).label()).isEmpty();
    }

    @Test
    void whoever_is_in_a_minority_reads_it_a_day_before_others_do() {
        for (Instant since : new Instant[] {null, NOW, YESTERDAY.plusNanos(1)}) {
            Tally tally = since(since, 1, 0, 9);
            assertThat(read(tally).view()).isEqualTo(View.OPEN);
            assertThat(read(tally).label()).isEmpty();
            assertThat(read(tally).notice()).isEmpty();
            Ratings own = RatingScore.of(tally, true, NOW);
            assertThat(own.view()).isEqualTo(View.MINORITY);
            assertThat(own.label()).isEqualTo("minority view, 1 of 10");
            assertThat(own.notice()).contains("Only you read this label until 2026-03-0");
        }
        assertThat(RatingScore.of(since(YESTERDAY, 1, 0, 9), true, NOW).notice())
                .isEmpty();
        assertThat(read(since(YESTERDAY, 1, 0, 9)).view()).isEqualTo(View.MINORITY);
    }

    @Test
    void a_view_is_shared_or_divides_only_by_raters_who_count() {
        assertThat(read(weighed(0.41, 0.1, 5)).label()).isEqualTo("shared across views, 8 of 10");
        assertThat(read(weighed(0.41, 0.1, 4)).view()).isEqualTo(View.OPEN);
        assertThat(read(weighed(0.39, -0.1, 5)).view()).isEqualTo(View.OPEN);
    }

    @Test
    void colleagues_are_divided_only_where_both_sides_are_seen() {
        Taste oneSided = new Taste(0.41, -0.5);
        assertThat(read(weighed(6, 1, 3, oneSided, 5)).label()).isEqualTo("colleagues are divided");
        assertThat(read(weighed(7, 1, 2, oneSided, 5)).view()).isEqualTo(View.OPEN);
        assertThat(read(weighed(6, 1, 3, oneSided, 4)).view()).isEqualTo(View.OPEN);
    }

    private static Ratings read(Tally tally) {
        return RatingScore.of(tally, false, NOW);
    }

    private static Tally by(double standing, int agree, int partly, int disagree) {
        return new Tally(agree, partly, disagree, null, 0, 0, standing, null);
    }

    private static Tally rated(int agree, int partly, int disagree) {
        return since(null, agree, partly, disagree);
    }

    private static Tally since(@Nullable Instant since, int agree, int partly, int disagree) {
        return new Tally(agree, partly, disagree, null, 0, 0, null, since);
    }

    private static Tally weighed(double intercept, double factor, int counted) {
        return weighed(8, 1, 1, new Taste(intercept, factor), counted);
    }

    private static Tally weighed(int agree, int partly, int disagree, Taste taste, int counted) {
        return new Tally(agree, partly, disagree, taste, counted, 0, null, null);
    }
}
