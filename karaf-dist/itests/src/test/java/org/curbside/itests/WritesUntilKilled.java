package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.junit.Assert.assertEquals;

import java.util.List;
import org.junit.Test;

/** What was acknowledged is on disk, on H2. {@link PostgresqlIT} shows the same on PostgreSQL. */
public class WritesUntilKilled {

    @Test
    public void whatWasAcknowledgedOutlivesKillNineInTheMiddleOfTheWriting() throws Exception {
        Writers writers = new Writers(internists().subList(0, 4), 500);
        writers.writeUntil(instance()::kill);
        instance().start();
        assertEquals("of " + writers.acknowledged(), List.of(), writers.lost());
    }
}
