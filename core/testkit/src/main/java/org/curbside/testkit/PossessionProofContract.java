package org.curbside.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.spi.verification.Attempt;
import org.curbside.spi.verification.PossessionProof;
import org.curbside.spi.verification.ProofId;
import org.curbside.spi.verification.ProofOffer;
import org.curbside.spi.verification.ProofRefused;
import org.curbside.spi.verification.ProofUnavailable;
import org.curbside.testkit.trial.Hostile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The promises that every {@link PossessionProof} makes. To test yours, extend this class in a class whose name ends in
 * {@code Test}, give a proof that speaks to a server of the test's and one whose server is away, and an attempt, some twenty
 * lines in all. Whether it tells the right claimant from another is for you to test.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class PossessionProofContract {

    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_TEXT = 600;
    private static final String A_TITLE = "[A-Z].*[^.]";
    private static final String SENTENCES = "(?s)[A-Z].*[.]";

    /** A new one at every call. */
    protected abstract PossessionProof proof();

    /** A new one at every call, whose other side does not answer. */
    protected abstract PossessionProof away();

    /** Of a claimant for whom {@link #proof} can be started; the same every time. */
    protected abstract Attempt attempt();

    @Test
    void it_has_a_lasting_id() {
        Promises.assertId(proof(), ProofId.class, ProofId::id);
    }

    @Test
    void its_offer_can_be_read() {
        ProofOffer offer = proof().offer();
        assertThat(offer.title()).hasSizeBetween(3, LONGEST_TITLE).matches(A_TITLE);
        assertThat(offer.explanation()).hasSizeBetween(10, LONGEST_TEXT).matches(SENTENCES);
        if (offer.label().isEmpty()) {
            assertThat(offer.help()).isEmpty();
        } else {
            assertThat(offer.label()).hasSizeBetween(3, LONGEST_TITLE).matches(A_TITLE);
            assertThat(offer.help()).hasSizeBetween(10, LONGEST_TEXT).matches(SENTENCES);
        }
        assertThat(proof().offer()).isEqualTo(offer);
    }

    @Test
    void it_sends_claimants_by_a_safe_way_and_says_nothing_of_them() throws Exception {
        Attempt attempt = attempt();
        Optional<URI> elsewhere = proof().start(attempt);
        if (elsewhere.isPresent()) {
            URI uri = elsewhere.get();
            assertThat(uri.getHost()).isNotEmpty();
            boolean here = List.of("127.0.0.1", "localhost").contains(uri.getHost());
            assertThat(here || "https".equals(uri.getScheme())).as("%s", uri).isTrue();
            assertThat("" + uri).doesNotContain(words(attempt).toArray(String[]::new));
            assertThat("" + uri).doesNotContain(attempt.secret(), attempt.code());
        }
    }

    @Test
    void what_is_away_is_told_in_time() {
        long began = System.nanoTime();
        Throwable thrown = catchThrowable(() -> away().start(attempt()));
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LONGEST);
        assertThat(thrown).isInstanceOf(ProofUnavailable.class);
        words(attempt()).forEach(word -> Promises.assertReadable(thrown, word));
    }

    @Test
    void whatever_is_typed_is_refused_in_words() {
        if (proof().offer().label().isEmpty()) {
            return;
        }
        Attempt right = attempt();
        for (String hostile :
                Stream.concat(Hostile.TEXTS.stream(), Stream.of("")).toList()) {
            Attempt attempt = new Attempt(right.claim(), hostile, right.code(), right.secret());
            Throwable thrown = Promises.inTime(() -> catchThrowable(() -> proof().start(attempt)));
            assertThat(thrown).as(Promises.brief(hostile)).isInstanceOf(ProofRefused.class);
            Promises.assertReadable(thrown, hostile);
        }
    }

    @Test
    void nothing_that_anybody_makes_up_shows_possession() throws Exception {
        PossessionProof proof = proof();
        Attempt attempt = attempt();
        proof.start(attempt);
        assertNotShown(proof, attempt, Map.of());
        for (String madeUp : Stream.concat(
                        Hostile.TEXTS.stream(), Stream.of(attempt.code(), attempt.secret(), "true", ""))
                .toList()) {
            for (String name : List.of("code", "state", "error", madeUp)) {
                assertNotShown(proof, attempt, Map.of(name, madeUp));
            }
            assertNotShown(proof, attempt, Map.of("code", madeUp, "state", attempt.secret()));
        }
    }

    private static void assertNotShown(PossessionProof proof, Attempt attempt, Map<String, String> answer) {
        Throwable thrown = Promises.inTime(() -> catchThrowable(() -> assertThat(proof.check(attempt, answer))
                .as(Promises.brief(answer))
                .isFalse()));
        if (thrown instanceof ProofRefused || thrown instanceof ProofUnavailable) {
            answer.values().forEach(given -> Promises.assertReadable(thrown, given));
        } else {
            assertThat(thrown).isNull();
        }
    }

    @Test
    void nothing_of_a_claim_is_printed() throws Exception {
        String printed = Promises.printed(() -> {
            proof().start(attempt());
            assertThat(catchThrowable(() -> away().start(attempt()))).isNotNull();
            return true;
        });
        assertThat(printed).doesNotContain(words(attempt()).toArray(String[]::new));
    }

    /** What would tell who it is. */
    private static List<String> words(Attempt attempt) {
        return Stream.of(
                        attempt.claim().givenName(),
                        attempt.claim().familyName(),
                        attempt.claim().npi(),
                        attempt.claim().licenceNumber(),
                        attempt.typed())
                .filter(word -> word.length() > 3)
                .toList();
    }
}
