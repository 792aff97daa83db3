package org.curbside.itests;

import org.junit.ClassRule;
import org.junit.rules.ExternalResource;
import org.junit.runner.RunWith;
import org.junit.runners.Suite;
import org.junit.runners.Suite.SuiteClasses;

/** What partners, and operators with what partners send, do with add-ons; on one instance without members, for a boot takes its time. */
@RunWith(Suite.class)
@SuiteClasses({PartnersWay.class, AddOnsChecked.class, AddOnsExamined.class, NothingLeftBehind.class})
public class PartnersDayIT {

    private static RunningInstance instance;

    /** Fresh from the archive. */
    @ClassRule
    public static final ExternalResource DAY = new ExternalResource() {
        @Override
        protected void before() throws Throwable {
            instance = RunningInstance.unpack();
            instance.start();
        }

        @Override
        protected void after() {
            if (instance != null) {
                instance.close();
            }
        }
    };

    static RunningInstance instance() {
        return instance;
    }
}
