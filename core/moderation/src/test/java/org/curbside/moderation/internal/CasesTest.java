package org.curbside.moderation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.moderation.internal.Court.JUDGE;
import static org.curbside.moderation.internal.Court.OPERATOR;
import static org.curbside.moderation.internal.Court.OTHER_JUDGE;
import static org.curbside.moderation.internal.Court.OWL;
import static org.curbside.moderation.internal.Court.RAIL;
import static org.curbside.moderation.internal.Court.SURGEON_JUDGE;
import static org.curbside.moderation.internal.Court.WHY;
import static org.curbside.moderation.internal.Court.WREN;
import static org.curbside.moderation.internal.Court.decision;
import static org.curbside.moderation.internal.Refused.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Case;
import org.curbside.api.moderation.Case.State;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationNotice;
import org.curbside.api.moderation.NewDecision;
import org.curbside.api.moderation.Queue;
import org.curbside.api.moderation.Rule;
import org.junit.jupiter.api.Test;

class CasesTest {

    private final Court court = new Court();

    @Test
    void the_gravest_come_first_and_of_those_the_oldest() {
        long offTopic = court.flagged(OWL, 1, Rule.OFF_TOPIC);
        court.pass(Duration.ofHours(1));
        long first = court.flagged(OWL, 2, Rule.PATIENT);
        court.pass(Duration.ofHours(1));
        long second = court.flagged(OWL, 3, Rule.PATIENT);
        Queue queue = court.desk.queue(JUDGE);
        assertThat(queue.entries()).extracting(Queue.Entry::id).containsExactly(first, second, offTopic);
        assertThat(queue.channels()).containsExactly(new Queue.Count("Internal medicine", 3));
    }

    @Test
    void moderators_see_their_channels_and_nothing_they_have_to_do_with() {
        long id = court.flagged(OWL, 7, Rule.UNSAFE);
        assertRefused("no-such-case", () -> court.desk.find(SURGEON_JUDGE, id));
        assertRefused("moderators-only", () -> court.desk.queue(OWL));
        Member flagger = moderator(OWL);
        Member author = moderator(WREN);
        court.advised.put(JUDGE.id(), 7L);
        for (Member involved : List.of(flagger, author, JUDGE)) {
            assertThat(court.desk.queue(involved).entries()).as(involved.name()).isEmpty();
            assertRefused("no-such-case", () -> court.desk.decide(involved, id, decision(Measure.DISMISS)));
        }
        assertThat(court.desk.queue(OTHER_JUDGE).entries()).hasSize(1);
        assertThat(court.desk.queue(OPERATOR).entries()).hasSize(1);
    }

    @Test
    void an_operator_gives_moderators_channels() {
        RecordDesk record = court.record(List.of(SURGEON_JUDGE));
        court.flagged(OWL, 7, Rule.UNSAFE);
        assertThat(record.backlog()).singleElement().satisfies(backlog -> assertThat(backlog.moderators())
                .isZero());
        record.assign("pat", "Ruff", List.of(Court.MEDICINE));
        assertThat(court.desk.queue(SURGEON_JUDGE).entries()).hasSize(1);
        assertThat(record.backlog()).singleElement().satisfies(backlog -> assertThat(backlog.moderators())
                .isEqualTo(1));
        record.assign("pat", "ruff", List.of());
        assertThat(record.remits()).singleElement().satisfies(remit -> {
            assertThat(remit.assigned()).isFalse();
            assertThat(remit.channels()).extracting("name").containsExactly("Surgery");
        });
        assertRefused("no-such-channel", () -> record.assign("pat", "ruff", List.of("nowhere")));
        assertRefused("no-such-moderator", () -> record.assign("pat", "wren", List.of()));
    }

    @Test
    void two_do_not_look_at_the_same() {
        long id = court.flagged(OWL, 7, Rule.UNSAFE);
        assertThat(court.desk.claim(JUDGE, id).claimed()).isTrue();
        Case seen = court.desk.find(OTHER_JUDGE, id);
        assertThat(seen.claimedBy()).isEqualTo("Moderator, Internal medicine");
        assertThat(seen.claimed()).isFalse();
        assertRefused("claimed", () -> court.desk.claim(OTHER_JUDGE, id));
        assertRefused("claimed", () -> court.desk.decide(OTHER_JUDGE, id, decision(Measure.HIDE)));
        court.desk.release(JUDGE, id);
        court.desk.claim(OTHER_JUDGE, id);
        court.pass(Duration.ofMinutes(31));
        assertThat(court.decide(JUDGE, id, Measure.DISMISS).state()).isEqualTo(State.DECIDED);
        assertRefused("nothing-to-decide", () -> court.decide(JUDGE, id, Measure.HIDE));
    }

    @Test
    void a_decision_says_what_and_why_and_by_which_mask() {
        long id = court.flagged(OWL, 7, Rule.PATIENT);
        assertRefused(
                "measure-missing", () -> court.desk.decide(JUDGE, id, new NewDecision(null, null, WHY, null, false)));
        assertRefused(
                "rule-missing",
                () -> court.desk.decide(JUDGE, id, new NewDecision(Measure.HIDE, null, WHY, null, false)));
        assertRefused(
                "words-length",
                () -> court.desk.decide(JUDGE, id, new NewDecision(Measure.HIDE, Rule.PATIENT, "No.", null, false)));
        court.decide(JUDGE, id, Measure.HIDE);
        assertThat(court.hidden.get(7L)).isEqualTo("could identify a patient");
        ModerationNotice notice = court.notices.of(WREN).get(0);
        assertThat(notice.mayAnswer()).isTrue();
        assertThat(notice.text()).contains("subdural");
        assertThat(notice.decision()).satisfies(decision -> {
            assertThat(decision.by()).isEqualTo("Moderator, Internal medicine");
            assertThat(decision.words()).isEqualTo(WHY);
            assertThat(decision.rule()).isEqualTo(Rule.PATIENT);
        });
        assertThat(notice.toString()).doesNotContain("egret");
    }

    @Test
    void what_was_hidden_for_nothing_comes_back() {
        court.decide(JUDGE, court.flagged(OWL, 7, Rule.PATIENT), Measure.DISMISS);
        assertThat(court.hidden()).isEmpty();
        assertThat(court.notices.of(WREN)).isEmpty();
        assertRefused("already-flagged", () -> court.flagged(OWL, 7, Rule.PATIENT));
    }

    @Test
    void a_warning_can_leave_the_post_where_it_is() {
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        court.desk.decide(JUDGE, id, new NewDecision(Measure.WARN, Rule.UNCIVIL, WHY, null, true));
        assertThat(court.hidden()).isEmpty();
        assertThat(court.notices.of(WREN)).hasSize(1);
        court.permits.use(WREN, Act.ASK);
    }

    @Test
    void who_is_suspended_writes_nothing_until_it_is_over() {
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        assertRefused(
                "days-range",
                () -> court.desk.decide(JUDGE, id, new NewDecision(Measure.SUSPEND, Rule.UNCIVIL, WHY, 31, false)));
        court.decide(JUDGE, id, Measure.SUSPEND);
        for (Act act : Act.values()) {
            assertRefused("suspended", () -> court.permits.use(WREN, act));
        }
        assertThat(court.notices.suspended(WREN)).contains(court.now.plus(Duration.ofDays(3)));
        court.pass(Duration.ofDays(3));
        court.permits.use(WREN, Act.ASK);
        assertThat(court.notices.suspended(WREN)).isEmpty();
    }

    @Test
    void an_appeal_goes_to_another_who_can_take_everything_back() {
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        court.decide(JUDGE, id, Measure.SUSPEND);
        assertRefused("no-such-case", () -> court.notices.answer(RAIL, id, "That was not me, I think."));
        court.notices.answer(WREN, id, "I spoke of the study and not of its author.");
        assertRefused("nothing-to-answer", () -> court.notices.answer(WREN, id, "And another thing, by the way."));
        assertThat(court.desk.queue(JUDGE).entries()).isEmpty();
        assertRefused("nothing-to-decide", () -> court.desk.hear(JUDGE, id, true, WHY));
        Case appealed = court.desk.find(OTHER_JUDGE, id);
        assertThat(appealed.todo()).isEqualTo(Case.Todo.HEAR);
        assertThat(appealed.hearing()).isEqualTo("I spoke of the study and not of its author.");
        assertThat(court.desk.hear(OTHER_JUDGE, id, false, WHY).state()).isEqualTo(State.REVERSED);
        assertThat(court.hidden()).isEmpty();
        court.permits.use(WREN, Act.ASK);
        assertThat(court.cases.upheld(WREN.id(), Instant.EPOCH)).isEmpty();
    }

    @Test
    void an_appeal_that_is_not_followed_ends_it() {
        long id = court.flagged(OWL, 7, Rule.UNSAFE);
        court.decide(JUDGE, id, Measure.HIDE);
        court.notices.answer(WREN, id, "The dose is that of the label.");
        assertThat(court.desk.hear(OPERATOR, id, true, WHY).state()).isEqualTo(State.UPHELD);
        assertThat(court.hidden()).containsExactly(7L);
        assertThat(court.notices.of(WREN).get(0).mayAnswer()).isFalse();
    }

    @Test
    void a_ban_takes_two_and_the_author_is_heard_before() {
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        assertThat(court.decide(JUDGE, id, Measure.BAN).state()).isEqualTo(State.BAN_PROPOSED);
        assertThat(court.banned).isEmpty();
        assertRefused("suspended", () -> court.permits.use(WREN, Act.ADVISE));
        assertRefused("nothing-to-decide", () -> court.desk.second(JUDGE, id, true, WHY));
        assertRefused("not-heard", () -> court.desk.second(OTHER_JUDGE, id, true, WHY));
        court.notices.answer(WREN, id, "I am sorry, and have said so to him.");
        court.desk.second(OTHER_JUDGE, id, true, WHY);
        assertThat(court.banned).containsExactly("wren");
    }

    @Test
    void silence_for_a_day_is_an_answer_and_an_operator_need_not_wait() {
        long first = court.flagged(OWL, 7, Rule.UNCIVIL);
        court.decide(JUDGE, first, Measure.BAN);
        court.pass(Duration.ofDays(1));
        court.desk.second(OTHER_JUDGE, first, true, WHY);
        long second = court.flagged(OWL, 8, Rule.UNCIVIL);
        court.desk.decide(OPERATOR, second, decision(Measure.BAN));
        assertThat(court.banned).containsExactly("wren", "wren");
    }

    @Test
    void a_declined_ban_leaves_the_post_hidden_and_can_be_appealed_against() {
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        court.decide(JUDGE, id, Measure.BAN);
        court.desk.second(OTHER_JUDGE, id, false, WHY);
        assertThat(court.banned).isEmpty();
        assertThat(court.hidden()).containsExactly(7L);
        court.permits.use(WREN, Act.ADVISE);
        assertThat(court.notices.of(WREN).get(0).mayAnswer()).isTrue();
    }

    @Test
    void nobody_is_warned_for_what_nobody_here_wrote() {
        long id = court.flagged(OWL, 1_001, Rule.UNSAFE);
        assertRefused("nobodys-post", () -> court.decide(JUDGE, id, Measure.WARN));
        court.decide(JUDGE, id, Measure.HIDE);
        assertThat(court.hidden()).containsExactly(1_001L);
    }

    @Test
    void what_was_decided_is_done_again_when_the_event_comes() {
        long id = court.flagged(OWL, 7, Rule.PATIENT);
        court.hidden.clear();
        court.enforcement.on(1, new org.curbside.api.moderation.CaseMoved(id, 7, WREN.id(), true, court.now));
        assertThat(court.hidden()).containsExactly(7L);
    }

    @Test
    void who_decides_reads_what_was_found_before() {
        court.decide(JUDGE, court.flagged(OWL, 7, Rule.UNCIVIL), Measure.WARN);
        long id = court.flagged(OWL, 8, Rule.UNCIVIL);
        assertThat(court.desk.find(OTHER_JUDGE, id).history())
                .containsExactly("2026-03-04: warned, could identify a patient");
    }

    private static Member moderator(Member member) {
        return new Member(member.id(), member.name(), Court.MEDICINE, true, Optional.empty());
    }
}
