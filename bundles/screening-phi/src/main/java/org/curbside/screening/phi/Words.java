package org.curbside.screening.phi;

import java.util.ArrayList;
import java.util.List;

/** A plain text and its words, in order. */
class Words {

    /** What stands before the first word and after the last, and is like none. */
    private static final Word NONE = new Word(0, 0, 0, "", "", Word.Shape.OTHER, true);

    private final String text;
    private final List<Word> words = new ArrayList<>();

    Words(String text) {
        this.text = text;
        for (int i = 0; i < text.length(); ) {
            if (Character.isLetter(text.charAt(i))) {
                int end = endOfWord(i);
                words.add(Word.of(text, i, end));
                i = end;
            } else {
                i++;
            }
        }
    }

    /** Letters, with apostrophes between them. */
    private int endOfWord(int start) {
        int end = start + 1;
        while (end < text.length()
                && (Character.isLetter(text.charAt(end))
                        || (text.charAt(end) == '\''
                                && end + 1 < text.length()
                                && Character.isLetter(text.charAt(end + 1))))) {
            end++;
        }
        return end;
    }

    String text() {
        return text;
    }

    int count() {
        return words.size();
    }

    Word at(int index) {
        return index < 0 || index >= words.size() ? NONE : words.get(index);
    }

    /** What stands between a word and the one before; empty where that is more than a name can have between its parts. */
    String gapBefore(int index) {
        if (index <= 0 || index >= words.size()) {
            return "";
        }
        int from = at(index - 1).after();
        int to = at(index).start();
        return to - from > 3 ? "" : text.substring(from, to);
    }

    /** The character right after a word, or a blank at the end. */
    char next(int index) {
        int after = at(index).after();
        return after < text.length() ? text.charAt(after) : ' ';
    }

    /** Whether a word begins a sentence or a line, so that its capital says nothing. */
    boolean startsSentence(int index) {
        for (int i = at(index).start() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (".?!:;\n\"(".indexOf(c) >= 0) {
                return true;
            }
            if (!Character.isWhitespace(c)) {
                return false;
            }
            if (at(index).start() - i > 8) {
                return true;
            }
        }
        return true;
    }
}
