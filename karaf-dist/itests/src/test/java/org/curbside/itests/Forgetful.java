package org.curbside.itests;

import org.curbside.testkit.bad.planted.Thumbs;

/** A poll type that leaves a hook with the virtual machine when it is made, and with it all of its classes. */
public final class Forgetful extends Thumbs {

    /** Leaves the hook. */
    public Forgetful() {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {}, "forgotten"));
    }
}
