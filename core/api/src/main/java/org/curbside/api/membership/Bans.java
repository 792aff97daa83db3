package org.curbside.api.membership;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Members whom operators have shut out. Doors let operators only do that. Whoever is banned is told the reason when they come, but
 * not before they have shown that the pseudonym is theirs: nobody else can find out.
 */
@ProviderType
public interface Bans {

    /** Every ban, also those that were lifted: first what holds, then the latest. */
    List<Ban> bans();

    /**
     * Shuts a member out at once: every session ends, and neither password, passkey, recovery words nor a fresh credential begins
     * another. A moderator is none any longer. The pseudonym and the member's key stay taken, and what was written stays.
     *
     * @param operator whoever bans
     * @param reason 3 to 500 characters; the member reads it
     * @throws org.curbside.api.refusal.Refusal when no member has that pseudonym, or it is banned already
     */
    void ban(String operator, @Nullable String pseudonym, @Nullable String reason);

    /**
     * Lets a member in again, by whatever let them in before.
     *
     * @param reason as above; operators read it
     * @throws org.curbside.api.refusal.Refusal when no member has that pseudonym, or it is not banned
     */
    void lift(String operator, @Nullable String pseudonym, @Nullable String reason);
}
