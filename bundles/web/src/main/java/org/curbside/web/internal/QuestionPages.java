package org.curbside.web.internal;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Consensus;
import org.curbside.api.content.Habits;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Rating;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.moderation.Permits;
import org.curbside.api.moderation.Tone;
import org.curbside.api.moderation.Tones;
import org.curbside.api.notification.Inbox;
import org.curbside.api.notification.Subscription;
import org.curbside.api.notification.Subscriptions;
import org.curbside.api.polling.Poll;
import org.curbside.api.polling.Polls;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** One question, and what is sent from its page. Whatever is refused comes back on that page. */
public final class QuestionPages {

    private static final String ID = "([0-9]{1,18})";

    private final Slice<Questions> questions;
    private final Slice<Comments> comments;
    private final Slice<Polls> polls;
    private final Slice<Habits> habits;
    private final Slice<Inbox> inbox;
    private final Slice<Subscriptions> subscriptions;
    private final Slice<Permits> permits;
    private final Slice<Tones> tones;

    QuestionPages(Slices slices) {
        questions = slices.of(Questions.class);
        comments = slices.of(Comments.class);
        polls = slices.of(Polls.class);
        habits = slices.of(Habits.class);
        inbox = slices.of(Inbox.class);
        subscriptions = slices.of(Subscriptions.class);
        permits = slices.of(Permits.class);
        tones = slices.of(Tones.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form("/questions/" + ID, this::question),
                Route.form("/questions/" + ID + "/advice/" + ID, this::rate),
                Route.form("/questions/" + ID + "/poll", this::answer),
                Route.form("/questions/" + ID + "/answer-first", this::answerFirst));
    }

    private void question(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Question question = found(exchange.numberInPath());
        if (!exchange.post()) {
            inbox.find().ifPresent(there -> there.opened(member, question));
            exchange.page("question.jte", thread(exchange, member, question, Form.EMPTY, Form.EMPTY));
            return;
        }
        try {
            boolean confirmed = exchange.given("confirmed").isPresent();
            Comment given = comments.get().comment(member, question.id(), exchange.parameter("text"), confirmed);
            exchange.seeOther(address(given));
        } catch (Refusal refusal) {
            Form advice = Form.of(exchange, refusal, "text");
            exchange.again("question.jte", thread(exchange, member, question, advice, Form.EMPTY), refusal);
        }
    }

    private void rate(Exchange exchange) {
        Member member = exchange.turnstile().member();
        long advice = exchange.numberInPath(2);
        if (!exchange.post()) {
            exchange.seeOther("/questions/" + exchange.numberInPath() + "#advice-" + advice);
            return;
        }
        exchange.seeOther(address(comments.get().rate(member, advice, rating(exchange.parameter("rating")))));
    }

    static String address(Comment advice) {
        return "/questions/" + advice.question() + "#advice-" + advice.id();
    }

    private static Rating rating(String word) {
        return Arrays.stream(Rating.values())
                .filter(rating -> rating.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("rating-missing", "rating", "Choose agree, partly or disagree."));
    }

    private void answer(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Question question = found(exchange.numberInPath());
        if (!exchange.post()) {
            exchange.seeOther("/questions/" + question.id() + "#poll");
            return;
        }
        Poll poll = poll(question, member)
                .orElseThrow(() -> Refusal.notFound("no-such-poll", "There is no poll with this question."));
        try {
            permits.get().use(member, Act.ANSWER);
            polls.get().answer(member, poll.id(), exchange.fields(Ballot.PREFIX));
            exchange.seeOther("/questions/" + question.id() + "#poll");
        } catch (Refusal refusal) {
            Form ballot = Ballot.refused(exchange, poll, refusal);
            exchange.again("question.jte", thread(exchange, member, question, Form.EMPTY, ballot), refusal);
        }
    }

    private void answerFirst(Exchange exchange) {
        Member member = exchange.turnstile().member();
        if (exchange.post()) {
            habits.get().answerFirst(member, exchange.given("wanted").isPresent());
        }
        exchange.seeOther("/questions/" + exchange.numberInPath() + "#poll");
    }

    private Question found(long id) {
        return questions
                .get()
                .find(id)
                .orElseThrow(() -> Refusal.notFound("no-such-question", "There is no question with this number."));
    }

    private Optional<Poll> poll(Question question, Member member) {
        return Optional.ofNullable(question.poll())
                .flatMap(number -> polls.get().find(number, member));
    }

    private ThreadPage thread(Exchange exchange, Member member, Question question, Form advice, Form ballot) {
        boolean held = exchange.given("see").isEmpty() && habits.get().holdsBack(question, member);
        return new ThreadPage(
                exchange.frame(question.title(), advice.refused() ? advice : ballot),
                question,
                ConclusionPages.mayConclude(question, member),
                held ? List.of() : comments.get().on(question.id(), member),
                held ? Consensus.NONE : comments.get().consensus(question.id()),
                poll(question, member),
                question.poll() != null && habits.get().answersFirst(member),
                held,
                tones.get().on(question.id(), member),
                advice,
                ballot,
                subscriptions.find().map(there -> there.of(member, question)));
    }

    /**
     * A question with its advice, what the ratings amount to, and its poll; and the forms for advice and poll.
     *
     * @param mine whether the reader asked it
     * @param answersFirst whether the reader wants to answer its poll before seeing any advice
     * @param held whether the advice is therefore held back
     * @param subscription how much the reader hears of it; empty while that is not known
     * @param tones how the reader finds the tone of the advice, by its id
     */
    public record ThreadPage(
            Frame frame,
            Question question,
            boolean mine,
            List<Comment> comments,
            Consensus consensus,
            Optional<Poll> poll,
            boolean answersFirst,
            boolean held,
            Map<Long, Tone> tones,
            Form advice,
            Form ballot,
            Optional<Subscription> subscription) {

        /** What those rate best who disagree with this, if it is the best rated and they are enough. */
        public Optional<Comment> dissent(Comment from) {
            Consensus.Dissent dissent = consensus.dissent();
            return dissent == null || !from.equals(comments.get(0))
                    ? Optional.empty()
                    : comments.stream()
                            .filter(comment -> comment.id() == dissent.comment())
                            .findFirst();
        }

        /** How far raters agree, in a word that people use. */
        public static String word(Consensus.Agreement agreement) {
            if (agreement.ac1() < 0.4) {
                return "Raters hardly agree";
            }
            if (agreement.ac1() < 0.6) {
                return "Raters agree in part";
            }
            return agreement.ac1() < 0.8 ? "Raters agree much" : "Raters agree very much";
        }

        /** Such as "0.62". */
        public static String number(double number) {
            return String.format(Locale.ROOT, "%.2f", number);
        }
    }
}
