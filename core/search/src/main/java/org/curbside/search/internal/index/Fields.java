package org.curbside.search.internal.index;

import java.util.List;

/** What is kept of a discussion, and by which names. Whoever changes what stands here changes {@link Index#SCHEMA}. */
public final class Fields {

    /** The question's id, as a term and stored. */
    public static final String ID = "id";

    /** The question's id, as a number. */
    public static final String NUMBER = "number";

    /** What is searched for words. */
    public static final String TITLE = "title";

    /** As {@link #TITLE}. */
    public static final String TEXT = "text";

    /** As {@link #TITLE}. */
    public static final String CONCLUSION = "conclusion";

    /** As {@link #TITLE}; one value for each piece. */
    public static final String ADVICE = "advice";

    /** As {@link #TITLE}; one value for each topic. */
    public static final String TOPICS = "topics";

    /** The code of the channel. */
    public static final String CHANNEL = "channel";

    /** A whole topic. */
    public static final String TOPIC = "topic";

    /** The pseudonym, in lower case, of whoever asked or advised. */
    public static final String BY = "by";

    /** What {@link #OPEN} to {@link #UNANSWERED} say. */
    public static final String IS = "is";

    /** Nothing came of it yet. */
    public static final String OPEN = "open";

    /** Something did. */
    public static final String CLOSED = "closed";

    /** It has a poll. */
    public static final String POLL = "poll";

    /** Nobody but whoever asked has said anything. */
    public static final String UNANSWERED = "unanswered";

    /** When it was asked, in milliseconds since 1970. */
    public static final String ASKED = "asked";

    /** The fields that are searched for words, by how much a word in them says. */
    public static final List<Weight> WORDS = List.of(
            new Weight(TITLE, 4),
            new Weight(TOPICS, 3),
            new Weight(CONCLUSION, 1.5f),
            new Weight(TEXT, 1),
            new Weight(ADVICE, 1));

    static final String AUTHOR = "author";
    static final String EXPERTISE = "expertise";
    static final String ADVICE_ID = "advice-id";
    static final String COMMENTS = "comments";

    private Fields() {}

    /** How much a word in a field says. */
    public record Weight(String field, float boost) {}
}
