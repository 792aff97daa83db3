package org.curbside.spi.verification;

import java.util.Set;

/**
 * What a registry knows, how its entries are found, and what it proves that someone is not in it.
 *
 * @param country two capital letters (ISO 3166-1); empty if the registry does not say, and it is then asked about everyone
 * @param states whose licences it lists, two capital letters each; empty if it is not about the licences of states
 * @param foundBy how the platform looks for a claimant
 * @param national whether its number is a person's only one in that country: claims of the country are then about its
 *     entries, and every other registry can only object
 * @param absence what follows for a claimed licence of its states that it does not list
 * @param freshDays how many days after the day it was right its word is taken; later a person decides
 */
public record Coverage(
        String country, Set<String> states, Set<FoundBy> foundBy, boolean national, Absence absence, int freshDays) {

    /** Whoever has nothing newer to show is believed for ever. */
    public static final int ALWAYS_FRESH = Integer.MAX_VALUE;

    /** Of a registry that says nothing about itself. */
    public static final Coverage UNKNOWN = new Coverage(
            "", Set.of(), Set.of(FoundBy.PERSON, FoundBy.LICENCE), false, Absence.PROVES_NOTHING, ALWAYS_FRESH);

    /** Takes copies. */
    public Coverage {
        states = Set.copyOf(states);
        foundBy = Set.copyOf(foundBy);
    }

    /** The register of a country in which everyone has one number. */
    public static Coverage national(String country) {
        return new Coverage(country, Set.of(), Set.of(FoundBy.PERSON), true, Absence.PROVES_NOTHING, ALWAYS_FRESH);
    }

    /** A board that lists everyone whom it ever gave a licence. */
    public static Coverage board(String country, String state) {
        return new Coverage(country, Set.of(state), Set.of(FoundBy.LICENCE), false, Absence.IS_DOUBTFUL, ALWAYS_FRESH);
    }

    /** A list of people to be careful about: whoever is not on it is none of them. */
    public static Coverage objections(String country, FoundBy... keys) {
        return new Coverage(country, Set.of(), Set.of(keys), false, Absence.PROVES_NOTHING, ALWAYS_FRESH);
    }

    /** The same about the licences of those states. */
    public Coverage ofStates(String... others) {
        return new Coverage(country, Set.of(others), foundBy, national, absence, freshDays);
    }

    /** The same with another meaning of absence. */
    public Coverage absence(Absence other) {
        return new Coverage(country, states, foundBy, national, other, freshDays);
    }

    /** The same, believed for so many days. */
    public Coverage freshFor(int days) {
        return new Coverage(country, states, foundBy, national, absence, days);
    }

    /** How an entry is found. */
    public enum FoundBy {
        /** By the number that the claimant has in the national register of the country. */
        PERSON,
        /** By a licence that it lists, or by its number where it lists none. */
        LICENCE,
        /** By name, for an entry that has no number of the person's; the states of its licences have to fit. */
        NAME
    }

    /** What follows for a licence that was claimed and is not listed. */
    public enum Absence {
        /** Nothing: the source lists only some. */
        PROVES_NOTHING,
        /** The source lists everyone, but a number may be mistyped or newer than the file: a person looks. */
        IS_DOUBTFUL,
        /** The source lists everyone at every moment: there is no such licence. */
        IS_NO_LICENCE
    }
}
