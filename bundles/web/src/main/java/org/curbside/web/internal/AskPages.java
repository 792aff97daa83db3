package org.curbside.web.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.membership.Member;
import org.curbside.api.polling.NewPoll;
import org.curbside.api.polling.PollKind;
import org.curbside.api.polling.Polls;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The way to ask, with what the chosen specialty offers to whoever does. */
public final class AskPages {

    private static final String USE = "use";
    private static final String[] FIELDS = Stream.concat(
                    Stream.of(
                            "specialty",
                            "title",
                            "text",
                            "topics",
                            "poll.type",
                            "poll.text",
                            "poll.choices",
                            "confirmed"),
                    SentPictures.fields().stream())
            .toArray(String[]::new);

    private final Slice<Questions> questions;
    private final Slice<Channels> channels;
    private final Slice<Polls> polls;

    AskPages(Slices slices) {
        questions = slices.of(Questions.class);
        channels = slices.of(Channels.class);
        polls = slices.of(Polls.class);
    }

    List<Route> routes() {
        return List.of(Route.files("/ask", this::ask));
    }

    private void ask(Exchange exchange) throws IOException {
        Member author = exchange.turnstile().member();
        if (!exchange.post()) {
            Form chosen = Form.filled(Map.of("specialty", exchange.parameter("specialty")));
            exchange.page("ask.jte", page(exchange, author, chosen));
        } else if (exchange.given(USE).isPresent()) {
            exchange.page("ask.jte", page(exchange, author, Form.filled(takenOver(exchange))));
        } else {
            send(exchange, author);
        }
    }

    private void send(Exchange exchange, Member author) throws IOException {
        SentPictures pictures = SentPictures.of(exchange);
        try {
            Question asked = questions.get().ask(author, draft(exchange, pictures));
            exchange.seeOther("/questions/" + asked.id());
        } catch (Refusal refusal) {
            Form form = pictures.in(Form.of(exchange, refusal, FIELDS));
            exchange.again("ask.jte", page(exchange, author, form), refusal);
        }
    }

    /** The form as it was sent, with what was chosen from the offer; nothing is asked yet. */
    private Map<String, String> takenOver(Exchange exchange) {
        Map<String, String> question = new HashMap<>();
        for (String field : FIELDS) {
            question.put(field, exchange.parameter(field));
        }
        Offer offer = offer(
                exchange.parameter("specialty"),
                channels.get().channels(),
                polls.get().types());
        return offer.takenOver(exchange.parameter(USE), question);
    }

    private AskPage page(Exchange exchange, Member author, Form form) {
        List<Channel> all = channels.get().channels();
        List<PollKind> types = polls.get().types();
        String chosen = form.value("specialty").isEmpty() ? author.specialty() : form.value("specialty");
        return new AskPage(exchange.frame("Ask a question", form), all, types, offer(chosen, all, types), form);
    }

    private static Offer offer(String channel, List<Channel> channels, List<PollKind> types) {
        return Offer.of(channel, channels, types.stream().map(PollKind::id).toList());
    }

    private static NewQuestion draft(Exchange exchange, SentPictures pictures) {
        return new NewQuestion(
                exchange.parameter("specialty"),
                exchange.parameter("title"),
                exchange.parameter("text"),
                List.of(exchange.parameter("topics").split(",", -1)),
                poll(exchange),
                pictures.images(),
                exchange.given("confirmed").isPresent());
    }

    private static @Nullable NewPoll poll(Exchange exchange) {
        if (exchange.parameter("poll.text").isBlank()
                && exchange.parameter("poll.choices").isBlank()) {
            return null;
        }
        List<String> choices = Arrays.asList(exchange.parameter("poll.choices").split("\\R", -1));
        return new NewPoll(exchange.parameter("poll.type"), exchange.parameter("poll.text"), choices);
    }

    /** The form for a question, and beside it what the chosen channel offers. */
    public record AskPage(Frame frame, List<Channel> channels, List<PollKind> pollTypes, Offer offer, Form form) {

        /** The specialties, each followed by those that are parts of it. */
        public List<Branch> specialties() {
            return Branch.of(channels.stream()
                            .filter(channel -> !channel.walled())
                            .toList())
                    .stream()
                    .flatMap(Branch::lines)
                    .toList();
        }

        /** The channels that are none. */
        public List<Channel> apart() {
            return channels.stream()
                    .filter(channel -> channel.walled() && !channel.code().equals(Channel.ELSEWHERE))
                    .toList();
        }

        /** Whether pictures were chosen that did not come back with the form. */
        public boolean picturesLost() {
            return SentPictures.lost(form);
        }

        /** Whether it is chosen. */
        public boolean chosen(Channel channel) {
            return channel.code().equals(offer.channel().code());
        }

        /** The id of the chosen poll type, or of the first that anyone would choose. */
        public String pollType() {
            return form.value("poll.type").isEmpty() ? "choice" : form.value("poll.type");
        }
    }
}
