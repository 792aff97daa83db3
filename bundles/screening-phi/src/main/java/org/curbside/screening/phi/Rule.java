package org.curbside.screening.phi;

import java.util.List;
import java.util.regex.Pattern;
import org.curbside.spi.screening.Concern.Severity;

/**
 * What could identify a patient, by the categories of the HIPAA safe harbor (45 CFR 164.514(b)(2)), as far as a rule can
 * see it. Every quantifier is bounded, so that no text takes long. A group named {@code it} is the span, if there is one.
 */
record Rule(String kind, Severity severity, String message, Pattern pattern) {

    private static final String MONTH =
            "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
                    + "|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String NAME = "[A-Z][a-z'-]{1,30}";

    static final List<Rule> ALL = List.of(
            block("email", "Take out the e-mail address.", "[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,4}"),
            block("url", "Take out the web address.", "\\bhttps?://[^\\s]{1,300}|\\bwww\\.[^\\s]{3,300}"),
            block("ip-address", "Take out the network address.", "\\b(?:\\d{1,3}\\.){3}\\d{1,3}\\b"),
            block("social-security-number", "Take out the social security number.", "\\b\\d{3}-\\d{2}-\\d{4}\\b"),
            block(
                    "phone",
                    "Take out the telephone number.",
                    "(?<![\\d.])(?:\\+?1[ .-]?)?(?:\\(\\d{3}\\) ?|\\d{3}[ .-])\\d{3}[ .-]\\d{4}\\b"),
            block(
                    "record-number",
                    "Take out the record or account number.",
                    "(?i)\\b(?:mrn|medical record(?: number| no\\.?)?|record (?:number|no\\.?)|chart (?:number|no\\.?)"
                            + "|account (?:number|no\\.?)|policy (?:number|no\\.?)|member id|patient id)"
                            + "[ :#]{0,4}(?<it>[A-Za-z]{0,4}-?\\d[\\dA-Za-z-]{3,19})"),
            block(
                    "date",
                    "Give the month or the season instead of the exact date.",
                    "(?i)\\b(?:\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)?\\d{2}|(?:19|20)\\d{2}-\\d{2}-\\d{2}|" + MONTH
                            + "\\.? \\d{1,2}(?:st|nd|rd|th)?(?:,? (?:19|20)\\d{2})?|\\d{1,2}(?:st|nd|rd|th)? " + MONTH
                            + "(?:,? (?:19|20)\\d{2})?)\\b"),
            block(
                    "great-age",
                    "Write \"over 89\" instead of the age.",
                    "(?i)\\b(?<it>9\\d|1[01]\\d)[ -]?(?:y/?o\\b|yo\\b|years?[ -]old|year[ -]old|yrs?[ -]old)"),
            block(
                    "street",
                    "Take out the street address.",
                    "\\b\\d{1,5} (?:[NSEW]\\.? )?(?:" + NAME + " ){1,3}"
                            + "(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Boulevard|Ln|Lane|Dr|Drive|Ct|Court|Way|Place)\\b"),
            block("postal-code", "Take out the postal code.", "\\b[A-Z]{2},? (?<it>\\d{5}(?:-\\d{4})?)\\b"),
            confirm(
                    "name",
                    "This may be a person's name.",
                    "\\b(?:Mr|Mrs|Ms|Miss|Mister|Madam)\\.? (?<it>" + NAME + "(?: " + NAME + "){0,2})"),
            confirm(
                    "name",
                    "This may be a person's name.",
                    "(?i:\\b(?:patient|pt|named|name is|called)\\b,?) (?<it>" + NAME + " " + NAME + ")\\b"),
            confirm(
                    "facility",
                    "This may name a hospital or a practice; say what kind it is instead.",
                    "\\b(?:" + NAME
                            + " ){1,3}(?:Hospital|Medical Center|Clinic|Health System|Infirmary|Nursing Home)\\b"),
            confirm(
                    "unique",
                    "This may be true of one person only; say it more generally.",
                    "(?i)\\b(?:the only (?:one|person|patient|case)|was (?:on|in) (?:tv|the news|the newspaper)"
                            + "|the mayor|famous|well-known|celebrity|professional athlete)\\b"));

    private static Rule block(String kind, String message, String pattern) {
        return new Rule(kind, Severity.BLOCK, message, Pattern.compile(pattern));
    }

    private static Rule confirm(String kind, String message, String pattern) {
        return new Rule(kind, Severity.CONFIRM, message, Pattern.compile(pattern));
    }
}
