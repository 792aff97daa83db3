package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.OperatorsDayIT.internists;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

/** {@code bin/karaf --safe-mode} starts with no add-on, for whoever has to find out which one does harm. */
public class SafeMode {

    @Test
    public void noAddOnRunsAndTheRestDoes() throws Exception {
        instance().kill();
        instance().start("--safe-mode");

        String status = instance().command("curbside:status --json").json();
        assertFalse(status, status.contains("\"state\":\"WORKING\""));
        assertTrue(status, status.contains("Curbside was started in safe mode, in which no add-on runs."));
        RunningInstance.Outcome installing = instance().command("curbside:install " + AddOnsChecked.LIKERT);
        assertTrue(installing.said(), installing.said().contains("Restart it without --safe-mode."));
        People.expect(200, internists().get(0).get("/"));
    }
}
