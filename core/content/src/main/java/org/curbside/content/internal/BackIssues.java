package org.curbside.content.internal;

import java.time.Instant;
import org.curbside.api.content.Archive;
import org.curbside.api.content.Comment;
import org.curbside.api.content.NewConclusion;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Rating;
import org.curbside.api.content.Reply;
import org.curbside.api.membership.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes over what was written earlier. */
@Component
public final class BackIssues implements Archive {

    private final QuestionDesk questions;
    private final Advice advice;
    private final Conversation conversation;

    /** Goes the way that everything goes. */
    @Activate
    public BackIssues(
            @Reference QuestionDesk questions, @Reference Advice advice, @Reference Conversation conversation) {
        this.questions = questions;
        this.advice = advice;
        this.conversation = conversation;
    }

    @Override
    public Question ask(Member author, NewQuestion question, Instant asked) {
        return questions.ask(author, question, asked);
    }

    @Override
    public Question conclude(Member asker, long question, NewConclusion conclusion, Instant concluded) {
        return questions.conclude(asker, question, conclusion, concluded);
    }

    @Override
    public Comment comment(Member author, long question, String text, Instant written) {
        return advice.comment(author, question, text, true, written);
    }

    @Override
    public Reply reply(Member author, long comment, String text, Instant written) {
        return conversation.reply(author, comment, text, written);
    }

    @Override
    public Comment rate(Member rater, long comment, Rating rating, Instant rated) {
        return advice.rate(rater, comment, rating, rated);
    }
}
