package org.curbside.web.internal;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a template may not hold; each rule answers with complaints. */
final class TemplateRules {

    private static final Map<String, Pattern> FORBIDDEN = Map.of(
            "script", Pattern.compile("(?i)<script\\b(?! type=\"module\" src=\"/static/[a-z]+\\.js\"></script>)"),
            "inline style", Pattern.compile("(?i)<style\\b|\\sstyle\\s*="),
            "event handler", Pattern.compile("(?i)[\\s\"'/]on[a-z]+\\s*=\\s*[\"'$]"),
            "script address", Pattern.compile("(?i)javascript:"),
            "unescaped output", Pattern.compile("\\$unsafe\\{"),
            "foreign resource",
                    Pattern.compile("(?i)<(?!a\\b)[a-z][^<]*?\\s(?:src|srcset|href|data|poster)\\s*=\\s*[\"']?\\s*"
                            + "(?:https?:)?//"));

    private static final Pattern FORM = tag("form");
    private static final Pattern INPUT = tag("input|textarea|select");
    private static final Pattern ID = Pattern.compile("\\sid=\"([^\"]+)\"");

    private TemplateRules() {}

    /**
     * The policy of the front door would let none of these run or load; a page must not need them. A module of our own may
     * be loaded, for what only the browser may see.
     */
    static Stream<String> holdsNothingForbidden(String template) {
        return FORBIDDEN.entrySet().stream()
                .filter(rule -> rule.getValue().matcher(template).find())
                .map(Map.Entry::getKey);
    }

    /** What a form changes may not happen by following a link. The search changes nothing, and its address is worth keeping. */
    static Stream<String> postsItsForms(String template) {
        return FORM.matcher(template)
                .results()
                .map(MatchResult::group)
                .filter(form -> !form.toLowerCase(Locale.ROOT).contains(" method=\"post\""))
                .filter(form -> !form.contains(" role=\"search\"") || !form.contains(" action=\"/search\""))
                .map(form -> "form that does not post: " + form);
    }

    /** Somebody who hears the page must hear what to enter. */
    static Stream<String> labelsItsInputs(String template) {
        return INPUT.matcher(template)
                .results()
                .filter(input -> !input.group().contains("type=\"hidden\""))
                .filter(input -> !input.group().contains(" aria-label=")
                        && !isInsideALabel(template, input.start())
                        && !hasALabelOfItsOwn(template, input.group()))
                .map(input -> "input without a label: " + input.group());
    }

    private static boolean isInsideALabel(String template, int position) {
        String before = template.substring(0, position);
        return before.lastIndexOf("<label") > before.lastIndexOf("</label>");
    }

    private static boolean hasALabelOfItsOwn(String template, String input) {
        return ID.matcher(input)
                .results()
                .map(id -> id.group(1))
                .anyMatch(id -> template.contains("<label for=\"" + id + "\""));
    }

    /** A tag up to its end; what a template fills in may hold a bracket. */
    private static Pattern tag(String names) {
        return Pattern.compile("(?i)<(?:" + names + ")\\b(?:\\$\\{[^}]*}|[^>])*>");
    }
}
