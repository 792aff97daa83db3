package org.curbside.content.internal;

import java.util.stream.Stream;
import org.curbside.testkit.jpa.LocalJpa;

/** A database of this slice, with all its scripts. */
final class Schema {

    private static final String[] SCRIPTS = {
        "V1__questions.sql",
        "V2__consensus.sql",
        "V3__conclusions.sql",
        "V4__rings_and_standing.sql",
        "V5__imports.sql",
        "V6__channels.sql",
        "V7__first_reply.sql",
        "V8__answer_first.sql",
        "V9__hidden.sql",
        "V10__revisions.sql",
        "V11__ratings_of_a_member.sql",
        "V12__replies.sql",
        "V13__images.sql"
    };

    private Schema() {}

    static LocalJpa open() {
        return new LocalJpa(
                "content",
                Stream.of(SCRIPTS).map(script -> "/db/content/" + script).toArray(String[]::new));
    }
}
