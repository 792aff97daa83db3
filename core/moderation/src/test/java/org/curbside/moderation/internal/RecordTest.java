package org.curbside.moderation.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.moderation.internal.Court.HERON;
import static org.curbside.moderation.internal.Court.JUDGE;
import static org.curbside.moderation.internal.Court.OWL;
import static org.curbside.moderation.internal.Court.RAIL;
import static org.curbside.moderation.internal.Court.WREN;
import static org.curbside.moderation.internal.Refused.assertRefused;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Civility;
import org.curbside.api.moderation.Measure;
import org.curbside.api.moderation.ModerationRecord;
import org.curbside.api.moderation.ModerationStatistics;
import org.curbside.api.moderation.Rule;
import org.curbside.api.moderation.Tone;
import org.junit.jupiter.api.Test;

class RecordTest {

    private final Court court = new Court();
    private final ModerationRecord record = court.record(List.of());

    @Test
    void every_act_is_entered_after_the_one_before() {
        long id = court.flagged(OWL, 7, Rule.PATIENT);
        court.desk.claim(JUDGE, id);
        court.decide(JUDGE, id, Measure.HIDE);
        court.notices.answer(WREN, id, "The place was made up by me.");
        assertThat(record.entries(Long.MAX_VALUE))
                .extracting(entry -> entry.number() + " " + entry.who() + ": " + entry.act())
                .containsExactly(
                        "5 the author: answered",
                        "4 egret: HIDE PATIENT",
                        "3 egret: claimed",
                        "2 Curbside itself: hidden for now",
                        "1 a member: flagged");
        assertThat(record.entries(3)).hasSize(2);
        assertThat(record.broken()).isEmpty();
    }

    @Test
    void what_is_changed_or_taken_out_shows() throws SQLException {
        court.decide(JUDGE, court.flagged(OWL, 7, Rule.UNSAFE), Measure.DISMISS);
        court.flagged(OWL, 8, Rule.UNSAFE);
        sql("update moderation_entry set who = 'plover' where number = 2");
        assertThat(record.broken())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("entry 2"));
        sql("update moderation_entry set who = 'egret' where number = 2");
        assertThat(record.broken()).isEmpty();
        sql("delete from moderation_entry where number = 1");
        assertThat(record.broken())
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("entry 1"));
    }

    @Test
    void what_is_refused_is_not_entered() {
        long id = court.flagged(OWL, 7, Rule.UNSAFE);
        court.decide(JUDGE, id, Measure.DISMISS);
        assertRefused("nothing-to-decide", () -> court.decide(JUDGE, id, Measure.HIDE));
        assertThat(record.entries(Long.MAX_VALUE)).hasSize(2);
    }

    @Test
    void everybody_reads_counts_from_five_on_and_none_of_walled_channels() {
        for (long post = 1; post <= 5; post++) {
            court.decide(
                    JUDGE,
                    court.flagged(new Member(100 + post, "m", Court.SURGERY), post, Rule.UNSAFE),
                    Measure.DISMISS);
        }
        court.flagged(RAIL, 2_001, Rule.UNSAFE);
        for (long post = 11; post <= 14; post++) {
            long id = court.flagged(new Member(100 + post, "m", Court.SURGERY), post, Rule.UNCIVIL);
            court.pass(Duration.ofMinutes(10));
            court.decide(JUDGE, id, Measure.HIDE);
        }
        ModerationStatistics.Report early = court.statistics.report();
        assertThat(early.flags()).contains(new ModerationStatistics.Count("UNSAFE", 5L));
        assertThat(early.flags()).contains(new ModerationStatistics.Count("UNCIVIL", null));
        assertThat(early.decisions()).contains(new ModerationStatistics.Count("DISMISS", 5L));
        assertThat(early.upheldPercent()).isNull();
        assertThat(early.medianMinutes()).isZero();
        court.decide(JUDGE, court.flagged(OWL, 15, Rule.UNCIVIL), Measure.HIDE);
        assertThat(court.statistics.report()).isEqualTo(early);
        court.pass(Duration.ofHours(1));
        assertThat(court.statistics.report().upheldPercent()).isEqualTo(50);
        assertThat(court.statistics.report().appeals()).isNull();
    }

    @Test
    void tone_is_told_to_the_author_when_five_have_spoken_of_it() {
        assertRefused("own-comment", () -> court.tones.mark(WREN, 7, Tone.COURTEOUS));
        for (long member = 101; member <= 104; member++) {
            court.tones.mark(new Member(member, "m", Court.SURGERY), 7, Tone.BLUNT);
        }
        court.tones.mark(new Member(101, "m", Court.SURGERY), 8, Tone.COURTEOUS);
        assertThat(court.tones.of(WREN)).isEmpty();
        court.tones.mark(HERON, 7, Tone.UNCIVIL);
        court.tones.mark(HERON, 7, Tone.COURTEOUS);
        assertThat(court.tones.of(WREN)).isEqualTo(Optional.of(new Civility(2, 4, 0)));
        assertThat(court.tones.on(7, HERON)).containsExactly(java.util.Map.entry(7L, Tone.COURTEOUS));
        long id = court.flagged(OWL, 7, Rule.UNCIVIL);
        assertThat(court.desk.find(JUDGE, id).civility()).isEqualTo(new Civility(2, 4, 0));
        court.flagged(RAIL, 9, Rule.PATIENT);
        assertRefused("post-hidden", () -> court.tones.mark(HERON, 9, Tone.BLUNT));
        court.permits.use(HERON, Act.RATE);
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = court.jpa.database().getConnection();
                Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
