package org.curbside.api.content;

/** What the ratings of advice say about it. */
public enum View {
    /** Too few ratings, or nothing that stands out. */
    OPEN,
    /** Colleagues agree who are otherwise divided. */
    SHARED,
    /** Some agree and some do not, along what divides them otherwise too. */
    DIVIDED,
    /** Few of those who rated it agree. */
    MINORITY
}
