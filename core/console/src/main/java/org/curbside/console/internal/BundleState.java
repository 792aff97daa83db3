package org.curbside.console.internal;

import org.osgi.framework.Bundle;

/**
 * One of Curbside's bundles as it is now.
 *
 * @param name its symbolic name
 * @param version its version
 * @param state {@code active}, or what keeps it from that
 */
record BundleState(String name, String version, String state) {

    static BundleState of(Bundle bundle) {
        return new BundleState(bundle.getSymbolicName(), "" + bundle.getVersion(), word(bundle.getState()));
    }

    boolean active() {
        return state.equals("active");
    }

    private static String word(int state) {
        return switch (state) {
            case Bundle.ACTIVE -> "active";
            case Bundle.STARTING -> "starting";
            case Bundle.STOPPING -> "stopping";
            case Bundle.RESOLVED -> "stopped";
            default -> "unresolved";
        };
    }
}
