package org.curbside.api.content;

import java.time.Instant;
import org.curbside.api.event.Event;

/** What happens on a question. Whoever hears of all of it hears of it in order: of a question before the advice on it. */
public sealed interface QuestionEvent extends Event
        permits QuestionAsked, CommentGiven, ReplyGiven, QuestionConcluded, AdviceInMinority {

    /** The question's number. */
    long question();

    /** The account of whoever did it, or whom it concerns. */
    long member();

    /** When. */
    Instant at();
}
