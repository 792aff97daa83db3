package org.curbside.testkit.bad.planted;

import java.util.AbstractList;
import java.util.List;
import org.curbside.spi.poll.Figure;
import org.curbside.spi.poll.Question;
import org.curbside.spi.poll.Tally;

/** Gives lists that have no end worth mentioning. */
public final class ReturnsGigabytes extends Thumbs {

    @Override
    public List<Figure> figures(Question question, Tally tally) {
        List<Figure> right = super.figures(question, tally);
        return Mood.isBad() ? new Endless(right.get(0)) : right;
    }

    /** The same figure two billion times. */
    static final class Endless extends AbstractList<Figure> {

        private final Figure figure;

        Endless(Figure figure) {
            this.figure = figure;
        }

        @Override
        public Figure get(int index) {
            return figure;
        }

        @Override
        public int size() {
            return Integer.MAX_VALUE;
        }
    }
}
