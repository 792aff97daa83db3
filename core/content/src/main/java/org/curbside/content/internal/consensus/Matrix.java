package org.curbside.content.internal.consensus;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Opinions in both orders in which a fit goes through them. Raters and items are numbered in the order of their ids, so that the same
 * opinions are the same numbers in the same order, to the last bit.
 */
final class Matrix {

    private final long[] raters;
    private final int items;
    private final Side byRater;
    private final Side byItem;

    private Matrix(long[] raters, Side byItem) {
        this.raters = raters;
        this.items = byItem.size();
        this.byItem = byItem;
        this.byRater = byItem.turned(raters.length);
    }

    /** The opinions of one side, one after the other. */
    static final class Side {
        private final int[] first;
        private final int[] other;
        private final byte[] halves;

        private Side(int[] first, int[] other, byte[] halves) {
            this.first = first;
            this.other = other;
            this.halves = halves;
        }

        int size() {
            return first.length - 1;
        }

        /** Where the opinions of a number begin; those of the one before end there. */
        int first(int own) {
            return first[own];
        }

        /** With which number of the other side an opinion is. */
        int other(int opinion) {
            return other[opinion];
        }

        /** From 0 to 1. */
        double value(int opinion) {
            return Opinions.value(halves[opinion]);
        }

        private Side turned(int others) {
            int[] begins = new int[others + 1];
            for (int one : other) {
                begins[one + 1]++;
            }
            for (int one = 0; one < others; one++) {
                begins[one + 1] += begins[one];
            }
            int[] next = begins.clone();
            int[] turned = new int[other.length];
            byte[] opinions = new byte[other.length];
            for (int own = 0; own < size(); own++) {
                for (int i = first[own]; i < first[own + 1]; i++) {
                    int at = next[other[i]]++;
                    turned[at] = own;
                    opinions[at] = halves[i];
                }
            }
            return new Side(begins, turned, opinions);
        }
    }

    /**
     * All opinions but those that say little: on items that fewer than {@code fewestRaters} rated, and of raters who rated fewer than
     * {@code fewestItems} of the rest.
     */
    static Matrix of(Opinions opinions, int fewestRaters, int fewestItems) {
        int[] counts = new int[opinions.raters()];
        for (int item = 0; item < opinions.items(); item++) {
            if (opinions.first(item + 1) - opinions.first(item) >= fewestRaters) {
                for (int i = opinions.first(item); i < opinions.first(item + 1); i++) {
                    counts[opinions.rater(i)]++;
                }
            }
        }
        long[] raters = IntStream.range(0, counts.length)
                .filter(rater -> counts[rater] >= fewestItems)
                .mapToLong(opinions::raterId)
                .sorted()
                .toArray();
        int[] numbers = IntStream.range(0, counts.length)
                .map(rater -> Arrays.binarySearch(raters, opinions.raterId(rater)))
                .toArray();
        return new Matrix(raters, byItem(opinions, numbers, fewestRaters));
    }

    private static int counted(Opinions opinions, int item, int[] numbers, int fewestRaters) {
        int counted = 0;
        for (int i = opinions.first(item); i < opinions.first(item + 1); i++) {
            counted += numbers[opinions.rater(i)] >= 0 ? 1 : 0;
        }
        return opinions.first(item + 1) - opinions.first(item) >= fewestRaters ? counted : 0;
    }

    private static Side byItem(Opinions opinions, int[] numbers, int fewestRaters) {
        int[] first = new int[opinions.items() + 1];
        int kept = 0;
        for (int item = 0; item < opinions.items(); item++) {
            int counted = counted(opinions, item, numbers, fewestRaters);
            if (counted > 0) {
                first[kept + 1] = first[kept] + counted;
                kept++;
            }
        }
        int[] other = new int[first[kept]];
        byte[] halves = new byte[first[kept]];
        int next = 0;
        for (int item = 0; item < opinions.items(); item++) {
            if (counted(opinions, item, numbers, fewestRaters) > 0) {
                for (int i = opinions.first(item); i < opinions.first(item + 1); i++) {
                    if (numbers[opinions.rater(i)] >= 0) {
                        other[next] = numbers[opinions.rater(i)];
                        halves[next++] = opinions.halves(i);
                    }
                }
            }
        }
        return new Side(Arrays.copyOf(first, kept + 1), other, halves);
    }

    Side byRater() {
        return byRater;
    }

    Side byItem() {
        return byItem;
    }

    int raters() {
        return raters.length;
    }

    long raterId(int rater) {
        return raters[rater];
    }

    int items() {
        return items;
    }

    /** How many opinions count. */
    int size() {
        return byItem.other.length;
    }
}
