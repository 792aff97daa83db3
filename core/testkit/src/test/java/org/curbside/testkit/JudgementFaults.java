package org.curbside.testkit;

import java.util.Locale;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.spi.verification.Row;
import org.curbside.spi.verification.Verdict;

/** Faults in what a registry makes of a status. */
final class JudgementFaults {

    private JudgementFaults() {}

    @RegistryId(id = "plain")
    @Breaks("good_standing_is_active_every_time")
    static final class DistrustsEveryone extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge("");
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"an_unknown_status_is_never_guessed", "a_status_that_only_holds_the_good_word_is_not_active"})
    static final class TrustsAnUnknownWord extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.equals("Revoked") ? status : "Licensed");
        }
    }

    @RegistryId(id = "plain")
    @Breaks("an_unknown_status_is_never_guessed")
    static final class TakesAnUnknownWordForARefusal extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.equals("Licensed") ? status : "Revoked");
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_status_that_only_holds_the_good_word_is_not_active")
    static final class LooksForTheGoodWordAnywhere extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.contains("Licensed") ? "Licensed" : status);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_status_that_only_holds_the_good_word_is_not_active")
    static final class LooksForTheGoodWordAtTheStart extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.startsWith("Licensed") ? "Licensed" : status);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_status_that_only_holds_the_good_word_is_not_active")
    static final class LooksForTheGoodWordAtTheEnd extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.endsWith("Licensed") ? "Licensed" : status);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("an_unknown_status_is_never_guessed")
    static final class KnowsACommonerVocabulary extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.startsWith("Active") ? "Licensed" : status);
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "an_unknown_status_is_never_guessed",
        "a_status_that_only_holds_the_good_word_is_not_active",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time"
    })
    static final class ThrowsAtAnUnknownWord extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            Judgement judgement = super.judge(status);
            if (judgement.verdict() == Verdict.INDETERMINATE) {
                throw new IllegalStateException("An unknown word.");
            }
            return judgement;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "good_standing_is_active_every_time",
        "an_unknown_status_is_never_guessed",
        "a_status_that_only_holds_the_good_word_is_not_active",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time",
        "every_node_reads_and_judges_the_same"
    })
    static final class GivesNoReason extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return new Judgement(super.judge(status).verdict(), "");
        }
    }

    /** The platform may have read the row a year ago, and another node may have done it. */
    @RegistryId(id = "plain")
    @Breaks({
        "good_standing_is_active_every_time",
        "an_unknown_status_is_never_guessed",
        "a_status_that_only_holds_the_good_word_is_not_active",
        "a_row_with_an_empty_value_is_read_or_refused",
        "whatever_a_row_holds_it_is_read_or_refused_in_time",
        "every_node_reads_and_judges_the_same"
    })
    static final class RemembersWhatItRead extends PlainRegistry {
        private String status = "";

        @Override
        public RegistryEntry read(Row row) throws RejectedRow {
            status = "Licensed";
            return super.read(row);
        }

        @Override
        Judgement judge(String ignored) {
            if (status.isEmpty()) {
                throw new IllegalStateException("It has read nothing.");
            }
            return super.judge(status);
        }
    }

    /** In Turkey a capital i has a dot. */
    @RegistryId(id = "plain")
    @Breaks("every_node_reads_and_judges_the_same")
    static final class ComparesAsTheMachineSpeaks extends PlainRegistry {
        @Override
        Judgement judge(String status) {
            return super.judge(status.toUpperCase(Locale.getDefault()).equals("LICENSED") ? "Licensed" : "");
        }
    }
}
