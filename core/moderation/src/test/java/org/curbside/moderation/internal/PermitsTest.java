package org.curbside.moderation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.curbside.moderation.internal.Court.OWL;
import static org.curbside.moderation.internal.Court.WREN;
import static org.curbside.moderation.internal.Refused.assertRefused;

import java.time.Duration;
import org.curbside.api.content.Standing;
import org.curbside.api.content.TrackRecord;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.Rule;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class PermitsTest {

    private static final Standing WELL = new Standing(8, 1, 1, 0, 0);

    private final Court court = new Court();

    @Test
    void a_newcomer_asks_three_at_once_and_then_one_in_four_hours() {
        assertThat(many(Act.ASK)).isEqualTo(3);
        Refusal refusal = catchThrowableOfType(Refusal.class, () -> court.permits.use(WREN, Act.ASK));
        assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
        assertThat(refusal.name()).isEqualTo("too-many-questions");
        assertThat(refusal.retryAfterSeconds()).isEqualTo(4 * 3_600);
        assertThat(refusal.sentence()).contains("in 4 hours");
        court.pass(Duration.ofHours(4).minusSeconds(1));
        assertRefused("too-many-questions", () -> court.permits.use(WREN, Act.ASK));
        court.pass(Duration.ofSeconds(1));
        assertThat(many(Act.ASK)).isEqualTo(1);
        court.pass(Duration.ofDays(30));
        assertThat(many(Act.ASK)).isEqualTo(3);
    }

    @Test
    void one_act_does_not_use_up_another_nor_one_member_anothers() {
        many(Act.ASK);
        assertThat(many(Act.ADVISE)).isEqualTo(10);
        assertThat(many(Act.FLAG)).isEqualTo(5);
        court.permits.use(OWL, Act.ASK);
    }

    @Test
    void a_restart_forgets_nothing() {
        many(Act.ASK);
        assertRefused("too-many-questions", () -> court.permits(1).use(WREN, Act.ASK));
    }

    @Test
    void the_limit_grows_with_time_and_with_how_one_is_received() {
        court.record = new TrackRecord(5, court.now.minus(Duration.ofDays(8)), Standing.NONE);
        assertThat(many(Act.ADVISE)).isEqualTo(30);
        court.pass(Duration.ofDays(30));
        court.record = new TrackRecord(12, court.now.minus(Duration.ofDays(38)), WELL);
        assertThat(many(Act.ADVISE)).isEqualTo(120);
    }

    @Test
    void a_level_needs_time_posts_and_more_who_agree_than_do_not() {
        assertThat(level(12, 6, WELL)).isEqualTo(Level.NEWCOMER);
        assertThat(level(2, 60, WELL)).isEqualTo(Level.NEWCOMER);
        assertThat(level(12, 29, WELL)).isEqualTo(Level.KNOWN);
        assertThat(level(9, 60, WELL)).isEqualTo(Level.KNOWN);
        assertThat(level(12, 60, new Standing(4, 0, 4, 0, 0))).isEqualTo(Level.KNOWN);
        assertThat(level(12, 60, new Standing(4, 0, 0, 0, 0))).isEqualTo(Level.KNOWN);
        assertThat(level(12, 60, WELL)).isEqualTo(Level.REGULAR);
    }

    @Test
    void whose_post_broke_a_rule_begins_anew_for_ninety_days() {
        court.record = new TrackRecord(12, court.now.minus(Duration.ofDays(60)), WELL);
        court.decide(Court.JUDGE, court.flagged(OWL, 7, Rule.UNCIVIL), Measure.HIDE);
        assertThat(many(Act.ASK)).isEqualTo(3);
        court.pass(Duration.ofDays(91));
        assertThat(many(Act.ASK)).isEqualTo(20);
    }

    @Test
    void an_operator_widens_the_limits_or_takes_them_away() {
        WritingPermits twice = court.permits(2);
        for (int n = 0; n < 6; n++) {
            twice.use(WREN, Act.ASK);
        }
        assertRefused("too-many-questions", () -> twice.use(WREN, Act.ASK));
        WritingPermits none = court.permits(0);
        for (int n = 0; n < 100; n++) {
            none.use(WREN, Act.ASK);
        }
        assertThat(none).isNotNull();
    }

    private Level level(int posts, int days, Standing standing) {
        return Level.of(new TrackRecord(posts, court.now.minus(Duration.ofDays(days)), standing), false, court.now);
    }

    /** How often one can before it is too much. */
    private int many(Act act) {
        int times = 0;
        try {
            while (times < 1_000) {
                court.permits.use(WREN, act);
                times++;
            }
        } catch (Refusal tooMany) {
            assertThat(tooMany.kind()).isEqualTo(Refusal.Kind.TOO_MANY);
        }
        return times;
    }
}
