package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.curbside.api.content.Comment;
import org.curbside.api.content.Comments;
import org.curbside.api.content.PostKind;
import org.curbside.api.content.Replies;
import org.curbside.api.content.Reply;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Where members reply to advice, edit what they replied, and read what a reply said before. */
public final class ReplyPages {

    private static final String ADVICE = "/questions/([0-9]{1,18})/advice/([0-9]{1,18})";
    private static final String REPLY = ADVICE + "/replies/([0-9]{1,18})";

    private final Slice<Comments> comments;
    private final Slice<Replies> replies;

    ReplyPages(Slices slices) {
        comments = slices.of(Comments.class);
        replies = slices.of(Replies.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form(ADVICE + "/reply", this::reply),
                Route.form(REPLY + "/edit", this::edit),
                Route.shown(REPLY + "/history", this::history));
    }

    private void reply(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Comment advice = advice(exchange, member);
        if (!exchange.post()) {
            exchange.page("reply.jte", new ReplyPage(exchange.frame("Reply to advice"), advice, Form.EMPTY));
            return;
        }
        try {
            boolean confirmed = exchange.given("confirmed").isPresent();
            exchange.seeOther(address(replies.get().reply(member, advice.id(), exchange.parameter("text"), confirmed)));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "text");
            exchange.again("reply.jte", new ReplyPage(exchange.frame("Reply to advice", form), advice, form), refusal);
        }
    }

    private void edit(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Reply reply = reply(exchange, member);
        if (!reply.own()) {
            throw EditPages.notOnesOwn();
        }
        EditPages.edit(
                exchange,
                new EditPages.Edited(address(reply), PostKind.REPLY),
                Form.filled(Map.of("text", reply.text())),
                List.of(),
                edit -> replies.get().edit(member, reply.id(), edit));
    }

    private void history(Exchange exchange) throws IOException {
        Reply reply = reply(exchange, exchange.turnstile().member());
        EditPages.history(
                exchange,
                address(reply),
                reply.author().pseudonym(),
                replies.get().history(reply.id()),
                new EditPages.Version(null, reply.text()));
    }

    private static String address(Reply reply) {
        return "/questions/" + reply.question() + "#reply-" + reply.id();
    }

    private Comment advice(Exchange exchange, Member member) {
        return EditPages.advice(comments.get(), exchange, member);
    }

    private Reply reply(Exchange exchange, Member member) {
        long number = exchange.numberInPath(3);
        return advice(exchange, member).replies().stream()
                .filter(reply -> reply.id() == number && reply.hidden() == null)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("no-such-reply", "No reply with this number is shown here."));
    }

    /** The advice that is replied to, and the form. */
    public record ReplyPage(Frame frame, Comment advice, Form form) {

        /** Where the form goes. */
        public String action() {
            return "/questions/" + advice.question() + "/advice/" + advice.id() + "/reply";
        }
    }
}
