package org.curbside.web.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;

/**
 * A channel with those that are parts of it.
 *
 * @param depth how many are broader; 0 for one that is part of none
 */
public record Branch(Channel channel, int depth, List<Branch> narrower) {

    private static final String STEP = "\u2003";

    /** Those that are part of no other, with all below them; in the order in which they are given. */
    static List<Branch> of(List<Channel> channels) {
        Set<String> codes = channels.stream().map(Channel::code).collect(Collectors.toSet());
        Set<String> placed = new HashSet<>();
        List<Branch> tree = below(channel -> !codes.contains(channel.broader()), channels, 0, placed);
        return Stream.concat(
                        tree.stream(),
                        // whatever goes round in a circle is below nothing
                        below(channel -> !placed.contains(channel.code()), channels, 0, placed).stream())
                .toList();
    }

    private static List<Branch> below(Predicate<Channel> here, List<Channel> channels, int depth, Set<String> placed) {
        return channels.stream()
                .filter(here)
                .filter(channel -> placed.add(channel.code()))
                .map(channel -> new Branch(
                        channel,
                        depth,
                        below(other -> other.broader().equals(channel.code()), channels, depth + 1, placed)))
                .toList();
    }

    /** It and all below it, as a list shows them. */
    Stream<Branch> lines() {
        return Stream.concat(Stream.of(this), narrower.stream().flatMap(Branch::lines));
    }

    /** The name, moved to the right by how far down it is. */
    public String line() {
        return STEP.repeat(depth) + channel.name();
    }
}
