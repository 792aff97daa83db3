package org.curbside.content.internal.consensus;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Many opinions on items in little room, about five bytes each. An opinion is 1 for agreement, 0 for none, or half way between. */
public final class Opinions {

    private static final int FEW = 64;
    private static final int HALVES = 2;

    private final Map<Long, Integer> places = new HashMap<>();
    private long[] raterIds = new long[FEW];
    private long[] itemIds = new long[FEW];
    private long[] authors = new long[FEW];
    private int[] firsts = new int[FEW];
    private int[] raters = new int[FEW];
    private byte[] halves = new byte[FEW];
    private int items;
    private int size;

    /**
     * Adds one. They come in ascending order of the items, and for each item of the raters.
     *
     * @param author who made the item; the same for all opinions on it
     * @param value 0, 0.5 or 1
     * @throws IllegalArgumentException when they do not
     */
    public void add(long item, long author, long rater, double value) {
        boolean next = items == 0 || itemIds[items - 1] < item;
        if (!next && (itemIds[items - 1] > item || raterIds[raters[size - 1]] >= rater)) {
            throw new IllegalArgumentException("Not in order: " + rater + " on " + item);
        }
        if (next) {
            if (items == itemIds.length) {
                itemIds = Arrays.copyOf(itemIds, larger(items));
                authors = Arrays.copyOf(authors, itemIds.length);
                firsts = Arrays.copyOf(firsts, itemIds.length);
            }
            itemIds[items] = item;
            authors[items] = author;
            firsts[items] = size;
            items++;
        }
        if (size == raters.length) {
            raters = Arrays.copyOf(raters, larger(size));
            halves = Arrays.copyOf(halves, raters.length);
        }
        raters[size] = place(rater);
        halves[size] = (byte) (value * HALVES);
        size++;
    }

    private static int larger(int room) {
        return room + (room >> 1);
    }

    private int place(long rater) {
        return places.computeIfAbsent(rater, id -> {
            int place = places.size();
            if (place == raterIds.length) {
                raterIds = Arrays.copyOf(raterIds, larger(place));
            }
            raterIds[place] = id;
            return place;
        });
    }

    int raters() {
        return places.size();
    }

    /** The id of a rater, who are numbered as they came. */
    long raterId(int rater) {
        return raterIds[rater];
    }

    int items() {
        return items;
    }

    long itemId(int item) {
        return itemIds[item];
    }

    long author(int item) {
        return authors[item];
    }

    /** The number of somebody as a rater; less than 0 if they have rated nothing. */
    int number(long rater) {
        return places.getOrDefault(rater, -1);
    }

    /** Those alone that are not left out. */
    Opinions without(LeftOut leftOut) {
        Opinions rest = new Opinions();
        for (int item = 0; item < items; item++) {
            for (int i = first(item); i < first(item + 1); i++) {
                if (!leftOut.test(raterIds[raters[i]], authors[item])) {
                    rest.add(itemIds[item], authors[item], raterIds[raters[i]], value(halves[i]));
                }
            }
        }
        return rest;
    }

    /** Which opinions do not count. */
    @FunctionalInterface
    interface LeftOut {
        boolean test(long rater, long author);
    }

    /** Where the opinions on an item begin; those on the last end at {@link #size()}. */
    int first(int item) {
        return item == items ? size : firsts[item];
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** Whose an opinion is. */
    int rater(int opinion) {
        return raters[opinion];
    }

    /** What it is, in halves: 0 to 2. */
    byte halves(int opinion) {
        return halves[opinion];
    }

    /** An opinion as a number from 0 to 1. */
    static double value(byte halves) {
        return halves / (double) HALVES;
    }
}
