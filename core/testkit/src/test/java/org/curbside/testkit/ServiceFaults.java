package org.curbside.testkit;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;

/** Faults in how a service is asked, and in what is made of its answers. */
final class ServiceFaults {

    private static final Judgement GOOD = new Judgement(Verdict.ACTIVE, "The board says that the licence is good.");
    private static final Judgement UNCLEAR = new Judgement(Verdict.INDETERMINATE, "A person has to look at this.");

    private ServiceFaults() {}

    @Breaks("it_has_a_lasting_id")
    static final class HasNoId extends PlainService {}

    @RegistryId(id = "plain")
    @Breaks("it_says_whom_it_covers_and_asks_nobody")
    static final class AsksWhomItCovers extends PlainService {
        @Override
        public boolean covers(Claim claim) {
            try {
                return super.covers(claim) && !ask(claim).isEmpty();
            } catch (RegistryUnavailable e) {
                return false;
            }
        }
    }

    @RegistryId(id = "plain")
    @Breaks("it_says_whom_it_covers_and_asks_nobody")
    static final class CoversNobody extends PlainService {
        @Override
        public boolean covers(Claim claim) {
            return false;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"good_standing_is_active_every_time", "a_source_that_is_back_is_asked_again"})
    static final class DistrustsEveryone extends PlainService {
        @Override
        Judgement judge(String status) {
            return UNCLEAR;
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_mark_goes_to_a_person")
    static final class LooksAwayFromAMark extends PlainService {
        @Override
        Judgement judge(String status) {
            return GOOD;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"whom_the_source_does_not_know_is_not_active"})
    static final class TrustsAStranger extends PlainService {
        @Override
        Judgement absent() {
            return GOOD;
        }
    }

    @RegistryId(id = "plain")
    @Breaks({"another_persons_good_standing_is_not_ones_own", "whatever_a_claim_holds_it_is_answered_and_not_as_active"
    })
    static final class LooksAtTheNumberOnly extends PlainService {
        @Override
        boolean isOf(Claim claim, String given, String family) {
            return true;
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_source_that_fails_is_away_in_time")
    static final class TakesAPageForAnAnswer extends PlainService {
        @Override
        Finding unreadable() {
            return finding(absent(), "something else");
        }
    }

    @RegistryId(id = "plain")
    @Breaks({
        "a_source_that_fails_is_away_in_time",
        "a_source_that_is_not_there_is_away",
        "a_source_that_is_back_is_asked_again"
    })
    static final class AnswersForTheSource extends PlainService {
        @Override
        public Finding find(Claim claim) {
            try {
                return super.find(claim);
            } catch (RegistryUnavailable e) {
                return finding(UNCLEAR, "no answer");
            }
        }
    }

    @RegistryId(id = "plain")
    @Breaks("a_source_that_is_back_is_asked_again")
    static final class IsOffendedForGood extends PlainService {
        private boolean offended;

        @Override
        String ask(Claim claim) throws RegistryUnavailable {
            if (offended) {
                throw new RegistryUnavailable("It failed once.");
            }
            try {
                return super.ask(claim);
            } catch (RegistryUnavailable e) {
                offended = true;
                throw e;
            }
        }
    }

    @RegistryId(id = "plain")
    @Breaks("whatever_a_claim_holds_it_is_answered_and_not_as_active")
    static final class StumblesOverANumber extends PlainService {
        @Override
        public boolean covers(Claim claim) {
            return Integer.parseInt(claim.licenceNumber().isEmpty() ? "0" : claim.licenceNumber()) > 0;
        }
    }

    @RegistryId(id = "plain")
    @Breaks("nothing_of_a_claim_is_printed")
    static final class PrintsWhomItAsksAbout extends PlainService {
        @Override
        public Finding find(Claim claim) throws RegistryUnavailable {
            System.out.print(claim.familyName().isEmpty() ? "" : " ");
            return super.find(claim);
        }
    }

    @RegistryId(id = "plain")
    @Breaks("it_finds_the_same_wherever_it_runs")
    static final class ComparesAsTheMachineSpeaks extends PlainService {
        @Override
        Judgement judge(String status) {
            return super.judge(status.toUpperCase(Locale.getDefault()).equals("LICENSED") ? "Licensed" : status + "?");
        }
    }

    @RegistryId(id = "plain")
    @Breaks("many_threads_find_alike")
    static final class CountsClaims extends PlainService {
        private final AtomicInteger claims = new AtomicInteger();

        @Override
        Finding finding(Judgement judgement, String evidence) {
            return super.finding(judgement, evidence + claims.incrementAndGet());
        }
    }
}
