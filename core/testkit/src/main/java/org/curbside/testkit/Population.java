package org.curbside.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.curbside.spi.verification.Npi;

/**
 * Made-up physicians of whom every registry's file can be written, the same people in all of them and the same every time,
 * however many they are. What became of each is known, so that whatever is found about them can be checked. All NPIs begin
 * with 2, which NPPES does not give out yet; no name is anybody's.
 */
public final class Population {

    private static final int KINDS = 20;
    private static final List<String> GIVEN = List.of(
            "Ada", "Bram", "Chloé", "Dev", "Elín", "Farouk", "Gréta", "Hugo", "Inés", "Jun", "José", "Mary Ann");
    private static final List<String> FAMILY = List.of(
            "Abbott", "Björnson", "Castillo-Reyes", "D'Arcy", "Ekwueme", "Fitzgerald", "Núñez", "Halvorsen", "Ibarra");
    private static final List<String> STATES = List.of("FL", "TX", "WA", "CO", "IL", "CT", "DE");

    private final int size;
    private final long seed;
    private final LocalDate day;

    /**
     * So many people.
     *
     * @param seed another one shuffles who has had which fate
     * @param day on which the files are right; ends of licences are around it
     */
    public Population(int size, long seed, LocalDate day) {
        this.size = size;
        this.seed = seed;
        this.day = day;
    }

    /** How many. */
    public int size() {
        return size;
    }

    /** The day on which the files are right. */
    public LocalDate day() {
        return day;
    }

    /** One of them, from 0. Of twenty in a row, each fate has its number. */
    public Person person(int n) {
        int kind = Math.floorMod(n + new SplittableRandom(seed * 31 + n / KINDS).nextInt(KINDS), KINDS);
        return new Person(
                n,
                GIVEN.get(n % GIVEN.size()),
                FAMILY.get(n % FAMILY.size()) + letters(n),
                STATES.get(n % 7),
                fate(kind));
    }

    /** Writes the files of all registries, in the order in which they are to be loaded. */
    public List<Written> write(Path folder) throws IOException {
        return new PopulationFiles(this, folder).write();
    }

    private static Fate fate(int kind) {
        Fate[] fates = Fate.values();
        return kind < fates.length ? fates[kind] : Fate.CLEAR;
    }

    /** A name is made of letters. */
    private static String letters(int n) {
        String letter = String.valueOf((char) ('a' + n % 26));
        return n < 26 ? letter : letters(n / 26 - 1) + letter;
    }

    /** A file and the registry that it is for. */
    public record Written(String registry, Path path) {}

    /** What has become of someone, and what a desk that has loaded all files has to make of their claim. */
    public enum Fate {
        /** On probation by the word of the board. */
        PROBATION(Outcome.REVIEW),
        /** Active by the word of the board, which marks discipline beside it. */
        DISCIPLINED(Outcome.REVIEW),
        /** Has lost the licence. */
        REVOKED(Outcome.REFUSED),
        /** In two rows, of which one says that the licence is lost. */
        REVOKED_IN_ONE_OF_TWO_ROWS(Outcome.REFUSED),
        /** Has not renewed it. */
        LAPSED(Outcome.REFUSED),
        /** Active by its word, and over by its date. */
        RUN_OUT(Outcome.REVIEW),
        /** Excluded from federal programs, listed by number. */
        EXCLUDED(Outcome.REVIEW),
        /** Excluded, listed by name and state only. */
        EXCLUDED_BY_NAME(Outcome.REVIEW),
        /** New York has acted about a licence there, besides the one of the state. */
        ACTED_ABOUT(Outcome.REVIEW),
        /** The national number was deactivated after the full file was made. */
        DEACTIVATED(Outcome.REFUSED),
        /** Was given a number after the full file was made. */
        NEWCOMER(Outcome.CLEAR),
        /** Nothing is to be said. */
        CLEAR(Outcome.CLEAR);

        private final Outcome outcome;

        Fate(Outcome outcome) {
            this.outcome = outcome;
        }

        /** Of a claim by NPI. */
        public Outcome outcome() {
            return outcome;
        }
    }

    /** What a desk has to make of a claim. */
    public enum Outcome {
        /** It is taken. */
        CLEAR,
        /** A person decides. */
        REVIEW,
        /** It is refused. */
        REFUSED
    }

    /**
     * Someone who does not exist.
     *
     * @param given as they write it
     * @param family as they write it
     * @param state that gave their licence
     */
    public record Person(int n, String given, String family, String state, Fate fate) {

        /** What a desk has to make of their claim by NPI; Florida's word for a licence that was not renewed is not known. */
        public Outcome outcome() {
            return fate == Fate.LAPSED && state.equals("FL") ? Outcome.REVIEW : fate.outcome();
        }

        /** Their number in NPPES. */
        public String npi() {
            return Npi.withCheckDigit(String.valueOf(200_000_000 + n));
        }

        /** Their number in the French register, where everyone else is too. */
        public String rpps() {
            return String.format(Locale.ROOT, "1%010d", n);
        }

        /** Their number in the British register. */
        public String gmc() {
            return String.format(Locale.ROOT, "9%06d", n % 1_000_000);
        }

        /** The digits of their licence. */
        int digits() {
            return 100_000 + n % 900_000;
        }

        /** As they wrote it into NPPES. */
        String onRecord() {
            return switch (state) {
                case "FL" -> "ME" + digits();
                case "TX" -> "T" + digits();
                case "WA" -> String.format(Locale.ROOT, "MD%08d", digits());
                case "CO" -> String.format(Locale.ROOT, "DR-%07d", digits());
                case "IL" -> "036-" + digits();
                case "CT" -> String.format(Locale.ROOT, "%06d", digits());
                default -> String.format(Locale.ROOT, "C1-%07d", digits());
            };
        }

        /** Capital letters without accents, as most of the United States' registries have them. */
        static String plain(String name) {
            return Normalizer.normalize(name, Normalizer.Form.NFD)
                    .replaceAll("\\p{M}+", "")
                    .toUpperCase(Locale.ROOT);
        }

        String plainGiven() {
            return plain(given);
        }

        String plainFamily() {
            return plain(family);
        }
    }
}
