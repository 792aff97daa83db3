package org.curbside.identity.internal.registry;

/** What has to be done when a registry's file has been loaded; doing it twice does no harm. */
@FunctionalInterface
public interface AfterLoad {

    /** Does it. */
    void loaded();
}
