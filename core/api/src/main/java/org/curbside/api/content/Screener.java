package org.curbside.api.content;

import java.util.List;
import org.curbside.api.refusal.Finding;
import org.osgi.annotation.versioning.ProviderType;

/** Looks at everything that a member writes before any of it is stored. */
@ProviderType
public interface Screener {

    /**
     * Lets what was written in one go pass, or refuses it.
     *
     * @param passages in the order in which the author sees them
     * @param confirmed whether the author says that nobody can be recognised by it
     * @throws org.curbside.api.refusal.Refusal when it could identify a patient, with all findings; when there is HTML in it,
     *     or characters that nobody can see; or while no screening is installed
     */
    void check(List<Passage> passages, boolean confirmed);

    /**
     * What in a text could identify a patient, in its order.
     *
     * @throws org.curbside.api.refusal.Refusal while no screening is installed
     */
    List<Finding> findings(Passage passage);
}
