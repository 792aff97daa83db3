package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.moderation.ModerationRecord;
import org.curbside.api.moderation.ModerationRecord.Backlog;
import org.curbside.api.moderation.ModerationRecord.Entry;
import org.curbside.api.moderation.ModerationRecord.Remit;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where operators see what waits and what was done, and give moderators channels. */
public final class ModerationOfficePages {

    private static final String OFFICE = "/office/moderation";

    private final Slice<ModerationRecord> record;
    private final Slice<Channels> channels;

    ModerationOfficePages(Slices slices) {
        record = slices.of(ModerationRecord.class);
        channels = slices.of(Channels.class);
    }

    List<Route> routes() {
        return List.of(Route.form(OFFICE, this::office), Route.form(OFFICE + "/channels", this::channels));
    }

    private void office(Exchange exchange) throws IOException {
        exchange.operator();
        ModerationRecord kept = record.get();
        exchange.page(
                "office-moderation.jte",
                new OfficePage(
                        exchange.frame("Moderation"),
                        kept.backlog(),
                        kept.remits(),
                        kept.entries(exchange.number("before", Long.MAX_VALUE)),
                        kept.broken()));
    }

    private void channels(Exchange exchange) throws IOException {
        String operator = exchange.operator();
        if (exchange.post()) {
            List<String> chosen = List.copyOf(exchange.fields("channel-").keySet());
            record.get().assign(operator, exchange.parameter("moderator"), chosen);
            exchange.seeOther(OFFICE);
            return;
        }
        Remit remit = record.get().remits().stream()
                .filter(one -> one.pseudonym().equals(exchange.parameter("moderator")))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-moderator", "There is no moderator with this pseudonym."));
        exchange.page(
                "office-channels.jte",
                new ChannelsPage(
                        exchange.frame("Channels of " + remit.pseudonym()),
                        remit,
                        channels.get().channels()));
    }

    /** What waits, who looks after it, and what was done. */
    public record OfficePage(
            Frame frame, List<Backlog> backlog, List<Remit> remits, List<Entry> entries, Optional<String> broken) {

        /** The address of what was done earlier, or empty when this is the first. */
        public String earlier() {
            long last = entries.isEmpty() ? 1 : entries.get(entries.size() - 1).number();
            return last == 1 ? "" : "/office/moderation?before=" + last;
        }
    }

    /** A moderator's channels, to choose from all. */
    public record ChannelsPage(Frame frame, Remit remit, List<Channel> channels) {

        /** Whether an operator has given it. */
        public boolean has(Channel channel) {
            return remit.assigned()
                    && remit.channels().stream().anyMatch(one -> one.code().equals(channel.code()));
        }
    }
}
