package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final int FLOOD = 60;

    private final Passwords passwords = new Passwords(new SecureRandom(), BreachList.at(""), Passwords.MEMORY_KIB);

    @Test
    void a_digest_is_salted_and_says_how_it_was_made() {
        String digest = passwords.digest("four words make one");
        assertThat(digest).matches("argon2id\\$19456\\$2\\$[^$]{22}\\$[^$]{43}");
        assertThat(passwords.digest("four words make one")).isNotEqualTo(digest);
        assertThat(passwords.fits("four words make one", digest, false)).isTrue();
        assertThat(passwords.fits("four words make one", digest, true)).isTrue();
        assertThat(passwords.fits("four words make two", digest, false)).isFalse();
    }

    @Test
    void a_crowd_of_strangers_is_turned_away_and_does_not_keep_the_known_waiting() throws Exception {
        String digest = passwords.digest("four words make one");
        ExecutorService strangers = Executors.newFixedThreadPool(FLOOD);
        try {
            List<Future<Boolean>> flood = Stream.generate(
                            () -> strangers.submit(() -> passwords.fits("a wrong password", digest, false)))
                    .limit(FLOOD)
                    .toList();
            String refused = "";
            while (refused.isEmpty() && !flood.stream().allMatch(Future::isDone)) {
                refused = refusalOfAStranger();
            }
            assertThat(refused).isEqualTo("sign-in-busy");
            passwords.refuseCrowd(true);
            assertThat(passwords.fits("four words make one", digest, true)).isTrue();
            assertThat(flood).as("still waiting").anyMatch(stranger -> !stranger.isDone());
        } finally {
            strangers.shutdown();
        }
    }

    private String refusalOfAStranger() {
        try {
            passwords.refuseCrowd(false);
            return "";
        } catch (Refusal refusal) {
            return refusal.name();
        }
    }
}
