package org.curbside.moderation.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.curbside.api.content.Channel;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;

/** Knows who decides where. */
final class Bench {

    private final Supplier<List<Channel>> channels;
    private final Supplier<Map<Long, Set<String>>> assigned;

    /**
     * With these channels.
     *
     * @param assigned those that operators have given to moderators
     */
    Bench(Supplier<List<Channel>> channels, Supplier<Map<Long, Set<String>>> assigned) {
        this.channels = channels;
        this.assigned = assigned;
    }

    /** Whoever is an operator or a moderator; else a refusal. */
    Judge judge(Visitor visitor) {
        if (visitor instanceof Operator operator) {
            return new Judge(operator.id(), "operator " + operator.name(), "Operator", true, Set.of());
        }
        if (visitor instanceof Member member && member.moderator()) {
            String mask = "Moderator, " + name(member.specialty());
            return new Judge(member.id(), member.name(), mask, false, channels(member));
        }
        throw Refusal.forbidden("moderators-only", "This is for moderators and for the operators of this instance.");
    }

    /** The codes of a moderator's: those that an operator has chosen; else the specialty's own, and its parts'. */
    Set<String> channels(Member moderator) {
        Set<String> chosen = assigned.get().getOrDefault(moderator.id(), Set.of());
        return chosen.isEmpty() ? own(moderator.specialty()) : chosen;
    }

    private Set<String> own(String specialty) {
        return channels.get().stream()
                .filter(channel -> !channel.walled())
                .filter(channel -> specialty.equals(IssuerKey.PROFESSION)
                        || channel.code().equals(specialty)
                        || channel.broader().equals(specialty))
                .map(Channel::code)
                .collect(Collectors.toSet());
    }

    boolean isChannel(String code) {
        return channels.get().stream().anyMatch(channel -> channel.code().equals(code));
    }

    /** The name of a channel, or its code where it was never installed. */
    String name(String code) {
        return channels.get().stream()
                .filter(channel -> channel.code().equals(code))
                .map(Channel::name)
                .findFirst()
                .orElse(code);
    }
}
