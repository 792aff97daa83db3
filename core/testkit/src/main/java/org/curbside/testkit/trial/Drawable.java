package org.curbside.testkit.trial;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.curbside.spi.export.Variable;
import org.curbside.spi.poll.Field;
import org.curbside.spi.poll.Figure;

/** What a poll type must say before the platform can draw it for somebody to read. Each fault is a sentence. */
public final class Drawable {

    private static final String NAME = "[a-z][a-z0-9_]{0,63}";
    private static final int LONGEST_ANSWER = 4_000;

    private final List<String> faults = new ArrayList<>();

    private Drawable() {}

    /** Why a ballot cannot be drawn; empty if it can. */
    public static List<String> faultsOfBallot(List<Field> ballot) {
        Drawable drawn = new Drawable();
        drawn.unless(!ballot.isEmpty(), "The ballot has no field.");
        drawn.names("fields", ballot, Field::name);
        ballot.forEach(drawn::field);
        return drawn.faults;
    }

    /** Why figures cannot be drawn; empty if they can. */
    public static List<String> faultsOfFigures(List<Figure> figures) {
        Drawable drawn = new Drawable();
        drawn.unless(!figures.isEmpty(), "There is no figure.");
        figures.forEach(drawn::figure);
        return drawn.faults;
    }

    /** What a codebook leaves unexplained; empty if nothing. */
    public static List<String> faultsOfCodebook(List<Variable> codebook) {
        Drawable drawn = new Drawable();
        drawn.unless(!codebook.isEmpty(), "The codebook has no variable.");
        drawn.names("variables", codebook, Variable::name);
        codebook.forEach(drawn::variable);
        return drawn.faults;
    }

    private void field(Field field) {
        String name = "The field \"" + field.name() + "\"";
        word(name + " has no label.", field.label());
        if (field instanceof Field.SingleChoice choice) {
            unless(!choice.options().isEmpty(), name + " has no option.");
            once("options of " + field.name(), choice.options(), Field.Option::value);
            choice.options().forEach(option -> word(name + " has an option without a value.", option.value()));
            choice.options().forEach(option -> word(name + " has an option without a label.", option.label()));
        } else if (field instanceof Field.Scale scale) {
            unless(scale.from() < scale.to(), name + " does not rise.");
            word(name + " does not say what its low end means.", scale.fromLabel());
            word(name + " does not say what its high end means.", scale.toLabel());
        } else if (field instanceof Field.Quantity quantity) {
            boolean bounded = Double.isFinite(quantity.min()) && Double.isFinite(quantity.max());
            unless(bounded && quantity.min() < quantity.max(), name + " has no room between its bounds.");
        } else if (field instanceof Field.Text text) {
            boolean storable = text.maxLength() >= 1 && text.maxLength() <= LONGEST_ANSWER;
            unless(storable, name + " takes less than 1 or more than " + LONGEST_ANSWER + " letters.");
        }
    }

    private void figure(Figure figure) {
        word("A figure has no title.", figure.title());
        String title = "The figure \"" + figure.title() + "\"";
        if (figure instanceof Figure.Distribution distribution) {
            once("bars of " + figure.title(), distribution.bars(), Figure.Bar::label);
            distribution.bars().forEach(bar -> word(title + " has a bar without a label.", bar.label()));
        } else if (figure instanceof Figure.Estimate estimate) {
            unless(Double.isFinite(estimate.value()), title + " is no number.");
        } else if (figure instanceof Figure.Ranking ranking) {
            once("places of " + figure.title(), ranking.places(), Figure.Place::label);
            for (Figure.Place place : ranking.places()) {
                word(title + " has a place without a label.", place.label());
                unless(Double.isFinite(place.score()), title + " has a score that is no number.");
            }
        }
    }

    private void variable(Variable variable) {
        String name = "The variable \"" + variable.name() + "\"";
        word(name + " has no label.", variable.label());
        variable.values().values().forEach(meaning -> word(name + " has a value without a meaning.", meaning));
        boolean explained =
                variable.type() != Variable.Type.CODE || !variable.values().isEmpty();
        unless(explained, name + " does not say what its codes mean.");
    }

    private <T> void names(String things, List<T> named, Function<T, String> name) {
        once(things, named, name);
        named.stream()
                .map(name)
                .filter(each -> !each.matches(NAME))
                .forEach(each -> faults.add("\"" + each + "\" is no name; use lower-case letters, digits and _."));
    }

    private <T> void once(String things, List<T> named, Function<T, String> name) {
        Set<String> seen = new HashSet<>();
        named.stream()
                .map(name)
                .filter(each -> !seen.add(each))
                .forEach(each -> faults.add("Two " + things + " are called \"" + each + "\"."));
    }

    private void word(String fault, String word) {
        unless(!word.isBlank(), fault);
    }

    private void unless(boolean right, String fault) {
        if (!right) {
            faults.add(fault);
        }
    }
}
