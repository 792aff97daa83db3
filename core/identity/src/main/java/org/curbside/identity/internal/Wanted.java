package org.curbside.identity.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.identity.internal.match.LicenceNumber;
import org.curbside.identity.internal.match.NameMatch;
import org.curbside.identity.internal.store.Entries;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Coverage.FoundBy;
import org.curbside.spi.verification.Npi;
import org.curbside.spi.verification.RegistryEntry;
import org.curbside.spi.verification.RegistryEntry.Licence;

/**
 * Whom the other registries are asked about: the claimant under the claimed licence and every one on their national record.
 *
 * @param record what the national register says of them
 * @param licences each once, the claimed one first
 */
record Wanted(Claim claim, RegistryEntry record, List<Licence> licences) {

    static Wanted by(Claim claim, RegistryEntry record) {
        List<Licence> licences = new ArrayList<>();
        Stream.concat(Stream.of(new Licence(claim.licenceState(), claim.licenceNumber())), record.licences().stream())
                .filter(licence -> !number(licence).isBlank())
                .filter(licence ->
                        licences.stream().noneMatch(known -> number(known).isTheSame(number(licence))))
                .forEach(licences::add);
        return new Wanted(claim, record, List.copyOf(licences));
    }

    /** Whether the claimed licence is one of those on the national record. */
    boolean isOnRecord() {
        LicenceNumber claimed = LicenceNumber.of(claim.licenceState(), claim.licenceNumber());
        return record.licences().stream().anyMatch(licence -> number(licence).isTheSame(claimed));
    }

    /** The claim as it is, and one for each licence on record that it does not name. */
    List<Claim> claims() {
        return Stream.concat(
                        Stream.of(claim),
                        licences.stream()
                                .filter(licence -> !licence.number().equals(claim.licenceNumber()))
                                .map(licence -> claim.toLicence(licence.number(), licence.state())))
                .distinct()
                .toList();
    }

    /** Whether the claimed licence is of a state whose licences the registry lists. */
    boolean claims(Coverage coverage) {
        return !claim.licenceNumber().isEmpty() && coverage.states().contains(claim.licenceState());
    }

    /** Whether the registry could have had a word on the claimant. */
    boolean concerns(Coverage coverage) {
        return !coverage.foundBy().equals(Set.of(FoundBy.LICENCE))
                || coverage.states().isEmpty()
                || licences.stream().anyMatch(licence -> covers(coverage, licence));
    }

    /** Under which the licences are found that the registry lists. */
    Set<String> keys(Coverage coverage) {
        return licences.stream()
                .filter(licence -> coverage.states().isEmpty() || covers(coverage, licence))
                .map(licence -> Entries.licenceKey(number(licence).digits()))
                .collect(Collectors.toUnmodifiableSet());
    }

    String nameKey() {
        return Entries.nameKey(NameMatch.search(claim.givenName(), claim.familyName()));
    }

    /** Whether an entry that was found by the person's number is theirs; a registry that says how it is searched vouches for it. */
    boolean isOf(RegistryEntry entry, Coverage coverage) {
        return !coverage.equals(Coverage.UNKNOWN) || isNamedLike(entry);
    }

    /** Whether an entry is about one of the licences, and the claimant; two states may give one number to two people. */
    boolean holds(RegistryEntry entry) {
        return isNamedLike(entry)
                && numbers(entry)
                        .anyMatch(known -> licences.stream().anyMatch(licence -> known.isTheSame(number(licence))));
    }

    /** Whether an entry is about one of the licences to the letter, and about no name of the claimant's. */
    boolean holdsUnderAnotherName(RegistryEntry entry) {
        return !isNamedLike(entry)
                && numbers(entry)
                        .anyMatch(known -> licences.stream().map(Wanted::number).anyMatch(known::equals));
    }

    private static Stream<LicenceNumber> numbers(RegistryEntry entry) {
        return entry.licences().isEmpty()
                ? Stream.of(LicenceNumber.of("", entry.number()))
                : entry.licences().stream().map(Wanted::number);
    }

    /** Whether an entry is about someone of the name in a state of the claimant, who has no number that tells more. */
    boolean isNamed(RegistryEntry entry) {
        Set<String> states = licences.stream().map(Licence::state).collect(Collectors.toUnmodifiableSet());
        return isNamedLike(entry)
                && !Npi.isValid(entry.number())
                && entry.licences().stream()
                        .allMatch(licence -> licence.number().isEmpty())
                && (entry.licences().isEmpty()
                        || states.isEmpty()
                        || entry.licences().stream().anyMatch(licence -> states.contains(licence.state())));
    }

    private boolean isNamedLike(RegistryEntry entry) {
        return isNamed(claim, entry);
    }

    /** Whether the name of a claim is one of those that the entry has. */
    static boolean isNamed(Claim claim, RegistryEntry entry) {
        return fits(claim, entry.givenName(), entry.familyName())
                || entry.otherNames().stream()
                        .anyMatch(name -> fits(
                                claim,
                                name.givenName().isEmpty() ? entry.givenName() : name.givenName(),
                                name.familyName()));
    }

    private static boolean fits(Claim claim, String given, String family) {
        return NameMatch.fits(claim.givenName(), claim.familyName(), given, family);
    }

    private static boolean covers(Coverage coverage, Licence licence) {
        return coverage.states().contains(licence.state()) || licence.state().isEmpty();
    }

    private static LicenceNumber number(Licence licence) {
        return LicenceNumber.of(licence.state(), licence.number());
    }
}
