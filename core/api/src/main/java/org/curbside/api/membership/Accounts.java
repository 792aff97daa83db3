package org.curbside.api.membership;

import java.util.List;
import org.curbside.api.credential.IssuerKey;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Opens accounts. */
@ProviderType
public interface Accounts {

    /**
     * Makes a member of whoever holds a credential of the licence desk. The credential is spent by it.
     *
     * @param credential as the desk issued it
     * @param pseudonym 3 to 30 letters, digits, hyphens and dots
     * @param password at least 10 characters, without the pseudonym
     * @throws org.curbside.api.refusal.Refusal when the credential is not the desk's or is spent, the pseudonym is taken
     *     or malformed, the password too short or made of the pseudonym, or the credential for the key of a banned member
     */
    Member join(@Nullable String credential, @Nullable String pseudonym, @Nullable String password);

    /**
     * Keeps a member for another epoch, by a credential for the same member's key. The same credential may be shown again, and
     * changes nothing then. Nobody has to be signed in for it.
     *
     * @throws org.curbside.api.refusal.Refusal when the credential is not the desk's or its epoch is over, or it is for a key that
     *     no pseudonym has, or that of a banned one
     */
    Member renew(@Nullable String credential);

    /**
     * The licence desk's keys as the membership has seen them, in their order. Whoever asks the desk for a signature compares
     * this with what the desk says: both sides show everybody the same.
     *
     * @throws org.curbside.api.refusal.Refusal when the desk shows others than before
     */
    List<IssuerKey> directory();

    /**
     * Takes the licence desk's directory of keys from whoever brings it, where the desk runs by itself and talks to nobody.
     *
     * @param directory all of it, from the first key on
     * @return how many of the keys are new
     * @throws org.curbside.api.refusal.Refusal when it does not go on where it ended before
     */
    int bring(List<IssuerKey> directory);

    /** Opens an account for an analyst of a client; refusals as in {@link #join}. */
    Analyst addAnalyst(@Nullable String name, @Nullable String password, @Nullable String client);

    /** Opens an account for an operator; refusals as in {@link #join}. */
    Operator addOperator(@Nullable String name, @Nullable String password);

    /** Whether anyone can run this instance yet. */
    boolean hasOperator();
}
