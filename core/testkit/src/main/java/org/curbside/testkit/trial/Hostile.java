package org.curbside.testkit.trial;

import java.util.List;

/** What nobody honest would type. */
public final class Hostile {

    /** Far longer than anything honest, in shapes that have hurt parsers before. */
    public static final List<String> TEXTS = List.of(
            "a".repeat(100_000),
            "1".repeat(100_000),
            " ".repeat(100_000),
            "A-".repeat(50_000),
            "1.".repeat(50_000),
            "a@".repeat(50_000),
            "Mr. A ".repeat(16_000),
            "\ud83d\ude00".repeat(50_000),
            "\u0000nonsense",
            "\ud800",
            "-1",
            "1e9",
            "'; drop table ballot; --");

    private Hostile() {}
}
