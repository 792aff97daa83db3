package org.curbside.screening.phi;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as rules read it: compatibility forms made plain (NFKC), invisible characters left out, dashes and blanks of all
 * kinds the usual ones. Remembers where each character stood in the text as it was given.
 */
final class PlainText {

    private static final String DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212";

    private final StringBuilder plain = new StringBuilder();
    private int[] starts;
    private int[] ends;

    PlainText(String text) {
        starts = new int[text.length() + 16];
        ends = new int[starts.length];
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            String form = plainForm(codePoint);
            for (int k = 0; k < form.length(); k++) {
                append(form.charAt(k), i, next);
            }
            i = next;
        }
    }

    private void append(char character, int start, int end) {
        if (plain.length() == starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
            ends = Arrays.copyOf(ends, starts.length);
        }
        starts[plain.length()] = start;
        ends[plain.length()] = end;
        plain.append(character);
    }

    private static String plainForm(int codePoint) {
        if (codePoint < 128) {
            return Character.toString(codePoint);
        }
        if (Character.getType(codePoint) == Character.FORMAT) {
            return "";
        }
        if (Character.isSpaceChar(codePoint)) {
            return " ";
        }
        if (DASHES.indexOf(codePoint) >= 0) {
            return "-";
        }
        return Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
    }

    CharSequence characters() {
        return plain;
    }

    int start(int plainStart) {
        return starts[plainStart];
    }

    int end(int plainEnd) {
        return ends[plainEnd - 1];
    }
}
