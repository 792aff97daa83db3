package org.curbside.api.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** The members whom operators have made moderators. Doors let operators only make any. */
@ProviderType
public interface Moderators {

    /** All of them, by name. */
    List<Member> moderators();

    /**
     * Makes a moderator of a member; one who is stays one.
     *
     * @throws org.curbside.api.refusal.Refusal when no member has that pseudonym, or it is banned
     */
    Member appoint(@Nullable String pseudonym);

    /** Makes a moderator a member like others; refusals as in {@link #appoint}. */
    Member dismiss(@Nullable String pseudonym);
}
