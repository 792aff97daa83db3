package org.curbside.web.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;
import org.curbside.spi.specialty.Guide;

/**
 * What a channel offers to whoever asks in it. One without a guide has that of the next broader one that has.
 *
 * @param channel the chosen one
 * @param guide with polls of the installed types only
 */
public record Offer(Channel channel, Guide guide) {

    private static final int FEW = 12;
    private static final String TEMPLATE = "template";
    private static final String TOPIC = "topic:";
    private static final String POLL = "poll:";

    /** Of the channel with that code, or of none. */
    static Offer of(String code, List<Channel> channels, Collection<String> pollTypes) {
        Map<String, Channel> byCode = channels.stream().collect(Collectors.toMap(Channel::code, channel -> channel));
        Channel chosen = byCode.getOrDefault(code, new Channel("", "", List.of()));
        Guide guide = guide(chosen, byCode);
        List<Guide.Preset> polls = guide.polls().stream()
                .filter(poll -> pollTypes.contains(poll.type()) && !chosen.walled())
                .toList();
        return new Offer(chosen, new Guide(guide.template(), guide.redFlags(), polls));
    }

    private static Guide guide(Channel chosen, Map<String, Channel> byCode) {
        Set<String> seen = new HashSet<>();
        for (Channel next = chosen; next != null && seen.add(next.code()); next = byCode.get(next.broader())) {
            if (!next.guide().equals(Guide.NONE)) {
                return next.guide();
            }
        }
        return Guide.NONE;
    }

    /** The commonest topics. */
    public List<String> topics() {
        return channel.topics().stream().limit(FEW).toList();
    }

    /** The other topics. */
    public List<String> moreTopics() {
        return channel.topics().stream().skip(FEW).toList();
    }

    /** What a button sends to take the template over. */
    public static String template() {
        return TEMPLATE;
    }

    /** What a button sends to take a topic over, or to drop it again. */
    public static String topic(String topic) {
        return TOPIC + topic;
    }

    /** What a button sends to take a poll over. */
    public static String poll(Guide.Preset poll) {
        return POLL + poll.name();
    }

    /** A question as it was filled in, with something of this taken over; as it was if this has no such thing. */
    Map<String, String> takenOver(String what, Map<String, String> question) {
        Map<String, String> next = new HashMap<>(question);
        if (what.equals(TEMPLATE)) {
            next.merge("text", headings(), (text, headings) -> text.isBlank() ? headings : text + "\n\n" + headings);
        } else if (what.startsWith(TOPIC)) {
            next.put("topics", toggled(question.getOrDefault("topics", ""), what.substring(TOPIC.length())));
        }
        guide.polls().stream().filter(poll -> what.equals(poll(poll))).forEach(poll -> {
            next.put("poll.type", poll.type());
            next.put("poll.text", poll.text());
            next.put("poll.choices", String.join("\n", poll.choices()));
        });
        return next;
    }

    private String headings() {
        return guide.template().stream().map(heading -> heading.name() + ": ").collect(Collectors.joining("\n\n"));
    }

    private static String toggled(String field, String topic) {
        List<String> topics = new ArrayList<>(named(field));
        if (!topics.removeIf(topic::equalsIgnoreCase)) {
            topics.add(topic);
        }
        return String.join(", ", topics);
    }

    /** Whether a topic is among those in the field. */
    public static boolean isIn(String field, String topic) {
        return named(field).contains(topic.toLowerCase(Locale.ROOT));
    }

    private static List<String> named(String field) {
        return Stream.of(field.split(",", -1))
                .map(topic -> topic.strip().toLowerCase(Locale.ROOT))
                .filter(topic -> !topic.isEmpty())
                .toList();
    }
}
