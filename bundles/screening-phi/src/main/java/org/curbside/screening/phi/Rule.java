package org.curbside.screening.phi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A kind by its shape. Every quantifier is bounded, so that no text takes long. Of a pattern with a group named {@code it}, that
 * group is the span; where the group took no part, nothing is found, which is how a pattern takes what is harmless out of the way.
 */
record Rule(Kind kind, String sign, Pattern pattern, boolean part) implements Finder {

    Rule(Kind kind, String pattern) {
        this(kind, "", pattern);
    }

    /** Of a shape that never comes without a sign, which is looked for first. */
    Rule(Kind kind, String sign, String pattern) {
        this(kind, sign, Pattern.compile(pattern), pattern.contains("(?<it>"));
    }

    @Override
    public void find(Words words, Findings findings) {
        if (!words.text().contains(sign)) {
            return;
        }
        Matcher match = pattern.matcher(words.text());
        while (match.find()) {
            int start = part ? match.start("it") : match.start();
            if (start >= 0) {
                findings.add(kind, start, part ? match.end("it") : match.end());
            }
        }
    }
}
