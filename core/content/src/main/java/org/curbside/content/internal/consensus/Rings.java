package org.curbside.content.internal.consensus;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curbside.content.internal.consensus.Bridging.Fit;
import org.curbside.content.internal.consensus.Bridging.ItemFit;

/**
 * Finds members who favour each other. One favours another when they agree with the other's advice more often than can be expected by what
 * a fit knows of them, by what divides all raters, and by how everybody else rated that advice: when the upper tail of the Poisson-binomial
 * distribution is below one in a thousand. A ring is a strongly connected component of who favours whom: everybody in it gives and gets. Who
 * is only admired is in none. A large component is a school that one factor does not explain, and is left alone.
 *
 * <p>Everybody else are those who do not often rate the author's advice while the author often rates theirs; and what is known of a rater comes
 * from advice whose author is nobody with whom they do so. Else a ring would vouch for itself. Where too few others rated, nothing is said.
 */
final class Rings {

    private static final int OFTEN = 5;
    private static final int ENOUGH_OTHERS = 3;
    private static final int LARGEST = 20;
    private static final double CHANCE = 0.001;

    /** Nobody is so sure to agree, or not to, that one opinion would prove anything. */
    private static final double SURE = 0.98;

    private static final int AGREES = 2;

    private final Opinions opinions;
    private final Fit fit;

    /** The items of each rater's number: those of number n from {@code first[n]} to before {@code first[n + 1]}. */
    private final int[] first;

    private final int[] items;

    /** Who rates whose advice often, as {@link #pair}. */
    private final Set<Long> often = new HashSet<>();

    /** The items of those who rate somebody's often. */
    private final Map<Integer, List<Integer>> rated = new HashMap<>();

    private final Map<Integer, Taste> tastes = new HashMap<>();

    private Rings(Opinions opinions, Fit fit) {
        this.opinions = opinions;
        this.fit = fit;
        int[] authors = new int[opinions.items()];
        first = new int[opinions.raters() + 1];
        for (int item = 0; item < authors.length; item++) {
            authors[item] = opinions.number(opinions.author(item));
            if (authors[item] >= 0) {
                first[authors[item] + 1]++;
            }
        }
        for (int author = 0; author < opinions.raters(); author++) {
            first[author + 1] += first[author];
        }
        items = new int[first[opinions.raters()]];
        int[] next = first.clone();
        for (int item = 0; item < authors.length; item++) {
            if (authors[item] >= 0) {
                items[next[authors[item]]++] = item;
            }
        }
    }

    /** The ring of each member who is in one; it is named by the lowest member in it. */
    static Map<Long, Long> of(Opinions opinions, Fit fit) {
        Rings rings = new Rings(opinions, fit);
        rings.count();
        rings.list();
        return rings.find();
    }

    private void count() {
        int[] counts = new int[opinions.raters()];
        for (int author = 0; author < opinions.raters(); author++) {
            for (int i = first[author]; i < first[author + 1]; i++) {
                for (int o = opinions.first(items[i]); o < opinions.first(items[i] + 1); o++) {
                    if (++counts[opinions.rater(o)] == OFTEN) {
                        often.add(pair(opinions.rater(o), author));
                    }
                }
            }
            for (int i = first[author]; i < first[author + 1]; i++) {
                for (int o = opinions.first(items[i]); o < opinions.first(items[i] + 1); o++) {
                    counts[opinions.rater(o)] = 0;
                }
            }
        }
    }

    private void list() {
        often.forEach(pair -> rated.put(rater(pair), new ArrayList<>()));
        for (int item = 0; item < opinions.items(); item++) {
            for (int o = opinions.first(item); o < opinions.first(item + 1); o++) {
                List<Integer> own = rated.get(opinions.rater(o));
                if (own != null) {
                    own.add(item);
                }
            }
        }
    }

    private static int rater(long pair) {
        return (int) (pair >> Integer.SIZE);
    }

    private static long pair(int rater, int author) {
        return (long) rater << Integer.SIZE | author;
    }

    private boolean mutual(int one, int other) {
        return often.contains(pair(one, other)) && often.contains(pair(other, one));
    }

    private Map<Long, Long> find() {
        Map<Integer, Set<Integer>> favours = new TreeMap<>();
        Map<Integer, Set<Integer>> favoured = new HashMap<>();
        for (long pair : often) {
            int rater = rater(pair);
            int author = (int) pair;
            if (rater != author && favours(rater, author)) {
                favours.computeIfAbsent(rater, key -> new TreeSet<>()).add(author);
                favoured.computeIfAbsent(author, key -> new TreeSet<>()).add(rater);
            }
        }
        Map<Long, Long> rings = new HashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (int member : favours.keySet()) {
            if (seen.add(member)) {
                Set<Integer> component = reached(member, favours);
                component.retainAll(reached(member, favoured));
                seen.addAll(component);
                if (component.size() > 1 && component.size() <= LARGEST) {
                    long name = component.stream()
                            .mapToLong(opinions::raterId)
                            .min()
                            .orElseThrow();
                    component.forEach(one -> rings.put(opinions.raterId(one), name));
                }
            }
        }
        return rings;
    }

    private static Set<Integer> reached(int from, Map<Integer, Set<Integer>> edges) {
        Set<Integer> reached = new HashSet<>(Set.of(from));
        Deque<Integer> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            for (int next : edges.getOrDefault(open.remove(), Set.of())) {
                if (reached.add(next)) {
                    open.add(next);
                }
            }
        }
        return reached;
    }

    private boolean favours(int rater, int author) {
        double[] expected = new double[first[author + 1] - first[author]];
        int rated = 0;
        int agreed = 0;
        for (int i = first[author]; i < first[author + 1]; i++) {
            int opinion = opinion(rater, items[i]);
            ItemFit others = others(rater, items[i], author);
            if (opinion >= 0 && others.count() >= ENOUGH_OTHERS) {
                double share = fit.expected(tastes.computeIfAbsent(rater, this::taste), others.taste());
                expected[rated++] = Math.min(SURE, Math.max(1 - SURE, share));
                agreed += opinions.halves(opinion) == AGREES ? 1 : 0;
            }
        }
        return rated >= OFTEN && tail(expected, rated, agreed) < CHANCE;
    }

    /** What is known of a rater from what others wrote than those with whom they rate each other often. */
    private Taste taste(int rater) {
        ItemFit taste = fit.item();
        for (int item : rated.getOrDefault(rater, List.of())) {
            int author = opinions.number(opinions.author(item));
            ItemFit others = others(rater, item, author);
            if (!mutual(rater, author) && others.count() >= ENOUGH_OTHERS) {
                taste.add(others.taste(), Opinions.value(opinions.halves(opinion(rater, item))));
            }
        }
        return taste.taste();
    }

    private int opinion(int rater, int item) {
        for (int o = opinions.first(item); o < opinions.first(item + 1); o++) {
            if (opinions.rater(o) == rater) {
                return o;
            }
        }
        return -1;
    }

    /** The opinions on an item of everybody else. */
    private ItemFit others(int rater, int item, int author) {
        ItemFit others = fit.item();
        for (int o = opinions.first(item); o < opinions.first(item + 1); o++) {
            int other = opinions.rater(o);
            if (other != rater && !mutual(other, author)) {
                others.add(opinions.raterId(other), Opinions.value(opinions.halves(o)));
            }
        }
        return others;
    }

    /** The probability of at least so many successes in independent trials with these probabilities. */
    static double tail(double[] probabilities, int trials, int least) {
        double[] counts = new double[trials + 1];
        counts[0] = 1;
        for (int trial = 0; trial < trials; trial++) {
            double success = probabilities[trial];
            for (int count = trial + 1; count > 0; count--) {
                counts[count] = counts[count] * (1 - success) + counts[count - 1] * success;
            }
            counts[0] *= 1 - success;
        }
        double tail = 0;
        for (int count = trials; count >= least; count--) {
            tail += counts[count];
        }
        return tail;
    }
}
