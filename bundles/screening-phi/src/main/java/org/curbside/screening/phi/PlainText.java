package org.curbside.screening.phi;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as rules read it: compatibility forms made plain (NFKD), accents and invisible characters left out, letters that look
 * Latin made Latin, dashes, quotes and blanks of all kinds the usual ones. Remembers where each character stood in the text as
 * it was given.
 */
final class PlainText {

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
        if (Character.isSpaceChar(codePoint)) {
            return " ";
        }
        String look = LookAlikes.latin(codePoint);
        StringBuilder form = new StringBuilder();
        Normalizer.normalize(look, Normalizer.Form.NFKD)
                .codePoints()
                .filter(PlainText::visible)
                .forEach(part -> form.append(LookAlikes.latin(part)));
        return form.toString();
    }

    /** Not what only changes the character before, and not what cannot be seen. */
    private static boolean visible(int codePoint) {
        int type = Character.getType(codePoint);
        return type != Character.FORMAT && type != Character.NON_SPACING_MARK && type != Character.ENCLOSING_MARK;
    }

    String characters() {
        return plain.toString();
    }

    int start(int plainStart) {
        return starts[plainStart];
    }

    int end(int plainEnd) {
        return ends[plainEnd - 1];
    }
}
