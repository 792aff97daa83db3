package org.curbside.delivery.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.curbside.api.refusal.Refusal;

/**
 * Keeps members from filling others' mail boxes with codes. It is not on disk: a row that outlived a deleted address would be one more thing
 * kept of a member, and a restart gives nobody more than five mails.
 */
final class CodeLimit {

    private static final int MOST = 5;
    private static final Duration WITHIN = Duration.ofDays(1);

    private final Map<String, Deque<Instant>> sent = new HashMap<>();

    /** One more code is sent for that member, or a refusal. */
    synchronized void use(String member, Instant now) {
        sent.values().forEach(times -> times.removeIf(time -> !time.plus(WITHIN).isAfter(now)));
        sent.values().removeIf(Deque::isEmpty);
        Deque<Instant> times = sent.computeIfAbsent(member, unused -> new ArrayDeque<>());
        if (times.size() >= MOST) {
            Duration wait = Duration.between(now, times.getFirst().plus(WITHIN));
            throw Refusal.tooMany(
                    "too-many-codes",
                    (int) wait.toSeconds() + 1,
                    "Five codes were sent within a day. Look whether they lie among unwanted mails, and try again tomorrow.");
        }
        times.add(now);
    }
}
