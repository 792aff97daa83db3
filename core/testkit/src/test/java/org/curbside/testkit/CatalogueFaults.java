package org.curbside.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.curbside.spi.specialty.CatalogueId;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.Specialty;
import org.curbside.spi.specialty.Term;

/** Faults in a list of specialties. */
final class CatalogueFaults {

    private CatalogueFaults() {}

    @Breaks("it_has_a_lasting_id")
    static final class NamesNoId extends PlainCatalogue {}

    @CatalogueId(id = "Plain list")
    @Breaks("it_has_a_lasting_id")
    static final class NamesAnIdThatCannotBeStored extends PlainCatalogue {}

    @CatalogueId(id = "plain")
    @Breaks("the_list_is_the_same_at_every_call")
    static final class HasNothing extends PlainCatalogue {
        @Override
        public List<Specialty> specialties() {
            return List.of();
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("the_list_is_the_same_at_every_call")
    static final class GivesItsOwnListAway extends PlainCatalogue {
        private final List<Specialty> own = new ArrayList<>(super.specialties());

        @Override
        public List<Specialty> specialties() {
            return own;
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("the_list_is_the_same_at_every_call")
    static final class GrowsAtEveryCall extends PlainCatalogue {
        private final AtomicInteger calls = new AtomicInteger();

        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of("Topic " + calls.incrementAndGet()));
        }
    }

    /** In Egypt its digits are others. */
    @CatalogueId(id = "plain")
    @Breaks("the_list_is_the_same_at_every_call")
    static final class SpeaksAsTheMachineDoes extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of(String.format("The %d commonest", 100)));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("the_list_is_the_same_at_every_call")
    static final class KnowsOnlyTheThreadThatMadeIt extends PlainCatalogue {
        private final ThreadLocal<Boolean> ready = ThreadLocal.withInitial(() -> false);

        KnowsOnlyTheThreadThatMadeIt() {
            ready.set(true);
        }

        @Override
        public List<Specialty> specialties() {
            return ready.get() ? super.specialties() : List.of();
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("codes_are_well_formed_unique_and_in_order")
    static final class IsOutOfOrder extends PlainCatalogue {
        @Override
        public List<Specialty> specialties() {
            return List.of(surgery(), medicine(), psychiatry());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks({"codes_are_well_formed_unique_and_in_order", "each_taxonomy_code_belongs_to_one_specialty_only"})
    static final class GivesOneCodeTwice extends PlainCatalogue {
        @Override
        public List<Specialty> specialties() {
            return List.of(medicine(), psychiatry(), psychiatry("Sleep Medicine", List.of()), surgery());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks({"codes_are_well_formed_unique_and_in_order", "each_taxonomy_code_belongs_to_one_specialty_only"})
    static final class MakesUpACode extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return new Specialty("2084", "Psychiatry", Set.of("2084"), List.of(), List.of(), List.of());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("names_are_words_and_unlike_each_other")
    static final class HasNoName extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry(" ", List.of());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("names_are_words_and_unlike_each_other")
    static final class LeavesBlanksAroundAName extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry ", List.of());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("names_are_words_and_unlike_each_other")
    static final class TellsTwoApartByCapitals extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("SURGERY", List.of());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("each_taxonomy_code_belongs_to_one_specialty_only")
    static final class ForgetsItsOwnCode extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of("2086S0120X"), List.of(MEDICINE));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("each_taxonomy_code_belongs_to_one_specialty_only")
    static final class TakesAnothersCode extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY, CARDIOLOGY), List.of(MEDICINE));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("each_taxonomy_code_belongs_to_one_specialty_only")
    static final class TakesACodeThatIsNone extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY, "2086s0120x"), List.of(MEDICINE));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("neighbours_that_are_here_are_mutual")
    static final class HasANeighbourWithoutACode extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY), List.of(MEDICINE, "General Practice"));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("neighbours_that_are_here_are_mutual")
    static final class HasANeighbourThatDoesNotKnow extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY), List.of(MEDICINE, PSYCHIATRY));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("neighbours_that_are_here_are_mutual")
    static final class IsItsOwnNeighbour extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY), List.of(MEDICINE, SURGERY));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("neighbours_that_are_here_are_mutual")
    static final class NamesANeighbourTwice extends PlainCatalogue {
        @Override
        Specialty surgery() {
            return surgery(Set.of(SURGERY), List.of(MEDICINE, MEDICINE));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("synonyms_and_topics_are_words_and_given_once")
    static final class HasAnEmptyTopic extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of("Lithium", ""));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("synonyms_and_topics_are_words_and_given_once")
    static final class LeavesBlanksAroundATopic extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of(" Lithium"));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("synonyms_and_topics_are_words_and_given_once")
    static final class HasATopicTwice extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of("Lithium", "lithium"));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("synonyms_and_topics_are_words_and_given_once")
    static final class HasAnEssayForATopic extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return psychiatry("Psychiatry", List.of("Lithium ".repeat(10).strip()));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("nothing_is_broader_than_itself")
    static final class GoesRoundInACircle extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return broader(super.psychiatry(), SURGERY);
        }

        @Override
        Specialty surgery() {
            return broader(super.surgery(), PSYCHIATRY);
        }

        private static Specialty broader(Specialty of, String code) {
            return new Specialty(
                    of.code(), of.name(), of.taxonomies(), of.synonyms(), of.neighbours(), of.topics(), code);
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("synonyms_and_topics_are_words_and_given_once")
    static final class HasASynonymTwice extends PlainCatalogue {
        @Override
        Specialty psychiatry() {
            return new Specialty(
                    PSYCHIATRY, "Psychiatry", Set.of(PSYCHIATRY), List.of("Mind", "Mind"), List.of(), List.of());
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("other_words_are_those_of_its_topics")
    static final class HasOtherWordsForNoTopic extends PlainCatalogue {
        @Override
        Specialty medicine() {
            return medicine(List.of(new Term("Gout", List.of("podagra"))), GUIDE);
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("other_words_are_those_of_its_topics")
    static final class HasATermWithoutOtherWords extends PlainCatalogue {
        @Override
        Specialty medicine() {
            return medicine(List.of(new Term("Heart failure", List.of())), GUIDE);
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("a_guide_can_be_read_and_its_polls_be_asked")
    static final class NamesAHeadingTwice extends PlainCatalogue {
        @Override
        Specialty medicine() {
            Guide.Heading heading = GUIDE.template().get(0);
            return medicine(VOCABULARY, new Guide(List.of(heading, heading), GUIDE.redFlags(), GUIDE.polls()));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("a_guide_can_be_read_and_its_polls_be_asked")
    static final class BreaksOffInARedFlag extends PlainCatalogue {
        @Override
        Specialty medicine() {
            return medicine(VOCABULARY, new Guide(GUIDE.template(), List.of("Chest pain with"), GUIDE.polls()));
        }
    }

    @CatalogueId(id = "plain")
    @Breaks("a_guide_can_be_read_and_its_polls_be_asked")
    static final class OffersAChoiceTwice extends PlainCatalogue {
        @Override
        Specialty medicine() {
            Guide.Preset poll = new Guide.Preset("Rate", "choice", "Which first?", List.of("rate", "rate"));
            return medicine(VOCABULARY, new Guide(GUIDE.template(), GUIDE.redFlags(), List.of(poll)));
        }
    }
}
