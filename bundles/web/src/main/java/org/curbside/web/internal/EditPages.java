package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.Image;
import org.curbside.api.content.Images;
import org.curbside.api.content.NewEdit;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.content.Revision;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** Where members edit what they wrote, and where everybody reads what it said before. */
public final class EditPages {

    private static final String QUESTION = "/questions/([0-9]{1,18})";
    private static final String ADVICE = QUESTION + "/advice/([0-9]{1,18})";

    private final Slice<Questions> questions;
    private final Slice<Comments> comments;

    EditPages(Slices slices) {
        questions = slices.of(Questions.class);
        comments = slices.of(Comments.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form(QUESTION + "/edit", this::editQuestion),
                Route.form(ADVICE + "/edit", this::editAdvice),
                Route.shown(QUESTION + "/history", this::questionHistory),
                Route.shown(ADVICE + "/history", this::adviceHistory));
    }

    private void editQuestion(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Question question = own(questions.get(), member, exchange.numberInPath());
        edit(exchange, edited(question), Form.filled(said(question)), question.images(), edit -> questions
                .get()
                .edit(member, question.id(), edit));
    }

    private void editAdvice(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Comment advice = advice(exchange, member);
        if (!advice.own()) {
            throw notOnesOwn();
        }
        Edited edited = new Edited(QuestionPages.address(advice), PostKind.ADVICE);
        edit(exchange, edited, Form.filled(Map.of("text", advice.text())), List.of(), edit -> comments.get()
                .edit(member, advice.id(), edit));
    }

    /** A question of that member's. */
    static Question own(Questions questions, Member member, long number) {
        Question question = shown(questions, number);
        if (!ConclusionPages.mayConclude(question, member)) {
            throw notOnesOwn();
        }
        return question;
    }

    private static Edited edited(Question question) {
        return new Edited("/questions/" + question.id(), PostKind.QUESTION);
    }

    private static Map<String, String> said(Question question) {
        return Map.of("title", question.title(), "text", question.text());
    }

    /** To edit a question, to which a picture could not be added. */
    static EditPage page(Exchange exchange, Question question, Form adding) {
        Edited edited = edited(question);
        return new EditPage(
                exchange.frame("Edit your " + edited.name(), adding),
                edited.address() + "/edit",
                edited,
                Form.filled(said(question)),
                question.images(),
                adding);
    }

    static void edit(Exchange exchange, Edited edited, Form now, List<Image> images, Editor editor) throws IOException {
        String title = "Edit your " + edited.name();
        if (!exchange.post()) {
            exchange.page(
                    "edit.jte",
                    new EditPage(exchange.frame(title), exchange.address(), edited, now, images, Form.EMPTY));
            return;
        }
        try {
            editor.edit(new NewEdit(
                    exchange.parameter("title"),
                    exchange.parameter("text"),
                    exchange.given("erases").isPresent(),
                    exchange.given("confirmed").isPresent()));
            exchange.seeOther(edited.address());
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "title", "text", "erases");
            exchange.again(
                    "edit.jte",
                    new EditPage(exchange.frame(title, form), exchange.address(), edited, form, images, Form.EMPTY),
                    refusal);
        }
    }

    private void questionHistory(Exchange exchange) throws IOException {
        exchange.turnstile().member();
        Question question = shown(questions.get(), exchange.numberInPath());
        history(
                exchange,
                "/questions/" + question.id(),
                question.author().pseudonym(),
                questions.get().history(question.id()),
                new Version(question.title(), question.text()));
    }

    private void adviceHistory(Exchange exchange) throws IOException {
        Comment advice = advice(exchange, exchange.turnstile().member());
        history(
                exchange,
                QuestionPages.address(advice),
                advice.author().pseudonym(),
                comments.get().history(advice.id()),
                new Version(null, advice.text()));
    }

    static void history(Exchange exchange, String address, String author, List<Revision> revisions, Version now)
            throws IOException {
        exchange.page(
                "history.jte", new HistoryPage(exchange.frame("Earlier versions"), address, author, revisions, now));
    }

    private static Question shown(Questions questions, long number) {
        return questions
                .find(number)
                .filter(question -> question.hidden() == null)
                .orElseThrow(() -> Refusal.notFound("no-such-question", "No question with this number is shown."));
    }

    private Comment advice(Exchange exchange, Member member) {
        return advice(comments.get(), exchange, member);
    }

    /** The advice whose number stands second in the path, if it is shown. */
    static Comment advice(Comments comments, Exchange exchange, Member member) {
        long number = exchange.numberInPath(2);
        return comments.on(exchange.numberInPath(), member).stream()
                .filter(comment -> comment.id() == number && comment.hidden() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-comment", "No advice with this number is shown here."));
    }

    static Refusal notOnesOwn() {
        return Refusal.forbidden("not-the-author", "Only whoever wrote this can edit it.");
    }

    interface Editor {
        void edit(NewEdit edit);
    }

    /**
     * What is edited.
     *
     * @param address where it is shown
     */
    public record Edited(String address, PostKind kind) {

        /** What it is called. */
        public String name() {
            return kind.name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A post of one's own, to be edited.
     *
     * @param images those that it has
     * @param adding the form for one more
     */
    public record EditPage(Frame frame, String action, Edited edited, Form form, List<Image> images, Form adding) {

        /** Whether there is room for one more. */
        public boolean room() {
            return images.size() < Images.MOST;
        }

        /** Whether a picture was chosen that did not come back with the form. */
        public boolean pictureLost() {
            return SentPictures.lost(adding);
        }
    }

    /** What it says now. */
    public record Version(@Nullable String title, String text) {}

    /** What a post said before, the oldest first, and what it says now. */
    public record HistoryPage(Frame frame, String address, String author, List<Revision> revisions, Version now) {}
}
