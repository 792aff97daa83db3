package org.curbside.web.internal;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Conclusion;
import org.curbside.api.content.Hindsight;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where whoever asked says what became of the question. */
public final class ConclusionPages {

    private static final String HINDSIGHT = "hindsight-";

    private final Slice<Questions> questions;
    private final Slice<Comments> comments;

    ConclusionPages(Slices slices) {
        questions = slices.of(Questions.class);
        comments = slices.of(Comments.class);
    }

    List<Route> routes() {
        return List.of(Route.form("/questions/([0-9]{1,18})/conclusion", this::conclude));
    }

    private void conclude(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Question question = questions
                .get()
                .find(exchange.numberInPath())
                .filter(found -> mayConclude(found, member))
                .orElseThrow(() -> Refusal.notFound(
                        "no-such-question", "You have asked no question with this number, so there is none to close."));
        List<Comment> advice = comments.get().on(question.id(), member);
        if (!exchange.post()) {
            exchange.page(
                    "conclude.jte",
                    new ConcludePage(exchange.frame("Close"), question, advice, written(question, advice)));
            return;
        }
        try {
            if (exchange.given("reopen").isPresent()) {
                questions.get().reopen(member, question.id());
            } else {
                questions.get().conclude(member, question.id(), conclusion(exchange, advice));
            }
            exchange.seeOther("/questions/" + question.id());
        } catch (Refusal refusal) {
            String[] fields = Stream.concat(Stream.of("text"), advice.stream().map(ConclusionPages::field))
                    .toArray(String[]::new);
            Form form = Form.of(exchange, refusal, fields);
            exchange.again(
                    "conclude.jte", new ConcludePage(exchange.frame("Close", form), question, advice, form), refusal);
        }
    }

    /** Pseudonyms are nobody else's. */
    static boolean mayConclude(Question question, Member member) {
        return question.author().pseudonym().equals(member.name());
    }

    private static String field(Comment advice) {
        return HINDSIGHT + advice.id();
    }

    private static NewConclusion conclusion(Exchange exchange, List<Comment> advice) {
        Map<Long, Hindsight> hindsight = new HashMap<>();
        for (Comment comment : advice) {
            switch (exchange.parameter(field(comment))) {
                case "borne-out" -> hindsight.put(comment.id(), Hindsight.BORNE_OUT);
                case "not-borne-out" -> hindsight.put(comment.id(), Hindsight.NOT_BORNE_OUT);
                default -> hindsight.remove(comment.id());
            }
        }
        return new NewConclusion(
                exchange.parameter("text"),
                hindsight,
                exchange.given("confirmed").isPresent());
    }

    /** What was concluded before. */
    private static Form written(Question question, List<Comment> advice) {
        Conclusion before = question.conclusion();
        Map<String, String> values =
                advice.stream().collect(Collectors.toMap(ConclusionPages::field, comment -> word(comment)));
        values.put("text", before == null ? "" : before.text());
        return Form.filled(values);
    }

    private static String word(Comment advice) {
        return advice.hindsight() == null
                ? ""
                : advice.hindsight() == Hindsight.BORNE_OUT ? "borne-out" : "not-borne-out";
    }

    /** A question of one's own, and the advice on it that something became of. */
    public record ConcludePage(Frame frame, Question question, List<Comment> advice, Form form) {

        /** What can have become of it. */
        public static final List<Choice> HINDSIGHTS = List.of(
                new Choice("", "Nothing known yet", null),
                new Choice("borne-out", "It was borne out", null),
                new Choice("not-borne-out", "It was not borne out", null));
    }
}
