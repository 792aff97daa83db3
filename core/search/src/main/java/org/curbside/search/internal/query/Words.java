package org.curbside.search.internal.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishPossessiveFilter;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.snowball.SnowballFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * Takes a text apart into words: by Unicode's word boundaries, in lower case, without accents and possessives, and down to the stem by the
 * English Snowball algorithm (Porter 2). No word is left out, for "vitamin A" and "type I" are what physicians look for.
 */
public final class Words implements AutoCloseable {

    /** Words that say nothing by themselves; a search leaves them out unless they are quoted or all there is. */
    private static final Set<String> STOP = Set.of(
            ("about after all also am an and any are as at be been but by can could did do does for from had has have how if in into"
                            + " is it its me my no not of on or our should so such that the their then there these they this to was we were"
                            + " what when where which who why will with would you your")
                    .split(" "));

    /** So that no phrase goes from one piece of advice on to the next. */
    private static final int BETWEEN_VALUES = 100;

    private final Analyzer stems = analyzer(true);
    private final Analyzer plain = analyzer(false);

    private static Analyzer analyzer(boolean stemming) {
        return new Analyzer() {
            @Override
            protected TokenStreamComponents createComponents(String field) {
                StandardTokenizer words = new StandardTokenizer();
                TokenStream stream = new ASCIIFoldingFilter(new LowerCaseFilter(new EnglishPossessiveFilter(words)));
                return new TokenStreamComponents(
                        words, stemming ? new SnowballFilter(stream, new EnglishStemmer()) : stream);
            }

            @Override
            public int getPositionIncrementGap(String field) {
                return BETWEEN_VALUES;
            }
        };
    }

    /** As the index takes texts apart. */
    public Analyzer analyzer() {
        return stems;
    }

    /** The words of a text, in its order. */
    List<Word> of(String text) {
        List<String> written = terms(plain, text);
        List<String> stemmed = terms(stems, text);
        List<Word> words = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            words.add(new Word(stemmed.get(i), STOP.contains(written.get(i))));
        }
        return words;
    }

    private static List<String> terms(Analyzer analyzer, String text) {
        List<String> terms = new ArrayList<>();
        try (TokenStream stream = analyzer.tokenStream("", text)) {
            CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                terms.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return terms;
    }

    @Override
    public void close() {
        stems.close();
        plain.close();
    }

    /**
     * A word.
     *
     * @param stop whether it says nothing by itself
     */
    record Word(String stem, boolean stop) {

        /** Whether it says what a text is about; a letter, as in "vitamin A", does not by itself. */
        boolean tells() {
            return !stop && stem.length() > 1;
        }
    }
}
