package org.curbside.moderation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.moderation.internal.Court.HERON;
import static org.curbside.moderation.internal.Court.JUDGE;
import static org.curbside.moderation.internal.Court.OWL;
import static org.curbside.moderation.internal.Court.RAIL;
import static org.curbside.moderation.internal.Court.WREN;
import static org.curbside.moderation.internal.Refused.assertRefused;

import java.time.Duration;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.CaseMoved;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.NewFlag;
import org.curbside.api.moderation.Rule;
import org.junit.jupiter.api.Test;

class FlagsTest {

    private final Court court = new Court();

    @Test
    void what_could_identify_a_patient_is_hidden_at_once_and_the_author_is_told() {
        long id = court.flagged(OWL, 7, Rule.PATIENT);
        assertThat(court.hidden.get(7L))
                .isEqualTo("flagged because it could identify a patient; a moderator will look");
        assertThat(court.events).containsExactly(new CaseMoved(id, 7, WREN.id(), true, court.now));
        assertThat(court.notices.of(WREN)).singleElement().satisfies(notice -> assertThat(notice.decision())
                .isNull());
    }

    @Test
    void anything_else_takes_three_members_of_two_specialties() {
        flag(OWL, Rule.UNCIVIL);
        flag(HERON, Rule.UNCIVIL);
        Member third = new Member(5, "knot", Court.MEDICINE);
        flag(third, Rule.OFF_TOPIC);
        assertThat(court.hidden()).isEmpty();
        flag(RAIL, Rule.UNCIVIL);
        assertThat(court.hidden()).containsExactly(7L);
        assertThat(court.desk.queue(JUDGE).entries()).hasSize(1).first().satisfies(entry -> {
            assertThat(entry.flags()).isEqualTo(4);
            assertThat(entry.rule()).isEqualTo(Rule.UNCIVIL);
        });
    }

    @Test
    void a_post_is_flagged_once_by_each_and_by_its_author_never() {
        flag(OWL, Rule.UNCIVIL);
        assertRefused("already-flagged", () -> flag(OWL, Rule.UNSAFE));
        assertRefused("own-post", () -> flag(WREN, Rule.UNSAFE));
        flag(HERON, Rule.PATIENT);
        assertRefused("post-hidden", () -> flag(RAIL, Rule.UNSAFE));
    }

    @Test
    void another_reason_needs_words() {
        NewFlag wordless = new NewFlag(PostKind.ADVICE, 7, Rule.OTHER, " ");
        assertRefused("words-length", () -> court.flags.flag(OWL, wordless));
        assertRefused("rule-missing", () -> court.flags.flag(OWL, new NewFlag(PostKind.ADVICE, 7, null, "")));
        assertRefused("kind-missing", () -> court.flags.flag(OWL, new NewFlag(null, 7, Rule.UNSAFE, "")));
        assertThat(court.cases.waiting(10)).isEmpty();
    }

    @Test
    void who_was_wrong_twice_about_a_patient_hides_nothing_alone_for_ninety_days() {
        for (long post = 1; post <= 2; post++) {
            court.decide(JUDGE, court.flagged(OWL, post, Rule.PATIENT), Measure.DISMISS);
        }
        court.flagged(OWL, 3, Rule.PATIENT);
        assertThat(court.hidden()).isEmpty();
        court.pass(Duration.ofDays(91));
        court.flagged(OWL, 4, Rule.PATIENT);
        assertThat(court.hidden()).containsExactly(4L);
    }

    @Test
    void flaggers_are_counted_and_not_named() {
        long id = court.flagged(OWL, 7, Rule.UNSAFE);
        flag(RAIL, Rule.UNSAFE);
        Case shown = court.desk.find(JUDGE, id);
        assertThat(shown.reasons())
                .containsExactly(new Case.Reason(
                        Rule.UNSAFE,
                        2,
                        java.util.List.of("It names the place and the year.", "It names the place and the year.")));
        assertThat(shown.toString()).doesNotContain("owl").doesNotContain("rail");
        assertThat(court.record(java.util.List.of()).entries(Long.MAX_VALUE).toString())
                .contains("a member")
                .doesNotContain("owl")
                .doesNotContain("rail");
    }

    private void flag(Member by, Rule rule) {
        court.flagged(by, 7, rule);
    }
}
