package org.curbside.guard.internal.admission;

import org.curbside.api.guard.Finding;

/** A file of which nothing further can be said than this. */
final class Unfit extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    Unfit(Finding finding) {
        super(finding.sentence());
        this.finding = finding;
    }

    Finding finding() {
        return finding;
    }
}
