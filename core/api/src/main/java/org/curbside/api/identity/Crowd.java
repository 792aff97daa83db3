package org.curbside.api.identity;

/**
 * Among how many a credential's holder is.
 *
 * @param eligible physicians whom the registry lists in the credential's group: all of them could hold one like it
 * @param issued how many have fetched one in this epoch, rounded down to 0, 10, 20, 50, 100 and so on: the exact number would
 *     tell whoever asks often when somebody fetches one
 */
public record Crowd(long eligible, long issued) {

    private static final int SHOWN_FROM = 10;

    /** Rounds what was counted. */
    public static Crowd of(long eligible, long issued) {
        long step = SHOWN_FROM;
        long rounded = 0;
        for (int n = 0; step <= issued; n++) {
            rounded = step;
            step = n % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return new Crowd(eligible, rounded);
    }
}
