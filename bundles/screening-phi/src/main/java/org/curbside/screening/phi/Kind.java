package org.curbside.screening.phi;

import java.util.Locale;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Concern.Severity;

/**
 * What could identify a patient, by the categories of the HIPAA safe harbor (45 CFR 164.514(b)(2)): what identifies by itself,
 * what does so together with the rest, and what is told of somebody known.
 */
enum Kind {
    EMAIL(Severity.BLOCK, "Take out the e-mail address."),
    URL(Severity.BLOCK, "Take out the web address."),
    HANDLE(Severity.BLOCK, "Take out the account's name."),
    IP_ADDRESS(Severity.BLOCK, "Take out the network address."),
    SOCIAL_SECURITY_NUMBER(Severity.BLOCK, "Take out the social security number."),
    PHONE(Severity.BLOCK, "Take out the telephone or fax number."),
    RECORD_NUMBER(Severity.BLOCK, "Take out the record, account or licence number."),
    DEVICE_NUMBER(Severity.BLOCK, "Take out the number of the device or vehicle."),
    DATE(Severity.BLOCK, "Give the season and year, or \"on day three\", instead of the exact date."),
    GREAT_AGE(Severity.BLOCK, "Write \"over 89\" instead of the age."),
    STREET(Severity.BLOCK, "Take out the street address."),
    POSTAL_CODE(Severity.BLOCK, "Take out the postal code."),
    NAME(Severity.CONFIRM, "This may be a person's name; write \"the patient\" or \"a colleague\" instead."),
    FACILITY(
            Severity.CONFIRM,
            "This may name a hospital or a practice; write \"a regional hospital\" or the like instead."),
    PLACE(Severity.CONFIRM, "This may name a place; write \"a large city\" or the part of the country instead."),
    MONTH(
            Severity.CONFIRM,
            "This may tell when; give the season and year, such as \"spring 2008\", or the year alone."),
    NUMBER(Severity.CONFIRM, "This may be a record number; take it out, or give its unit if it is a value."),
    UNIQUE(Severity.CONSIDER, "This may be true of one person only; could it be said more generally?");

    private final Severity severity;
    private final String message;

    Kind(Severity severity, String message) {
        this.severity = severity;
        this.message = message;
    }

    Concern at(int start, int end) {
        return new Concern(start, end, word(), severity, message);
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
