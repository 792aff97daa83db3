package org.curbside.api.search;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/** What searches are made in. It follows whatever is asked and advised by itself, and is made anew when it is missing or broken. */
@ProviderType
public interface SearchIndex {

    /**
     * Makes it anew from what is stored. Searches go on in the old one until the new one is complete.
     *
     * @param progress is told now and then how far it is
     * @throws org.curbside.api.refusal.Refusal when it is being made already
     */
    Progress rebuild(Consumer<Progress> progress);

    /** What is in it. */
    Progress state();

    /**
     * How far it is.
     *
     * @param questions that are in it
     * @param whole whether all are
     * @param position of the last event that it has followed
     */
    record Progress(long questions, boolean whole, long position) {}
}
