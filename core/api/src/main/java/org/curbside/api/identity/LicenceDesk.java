package org.curbside.api.identity;

import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Where a physician shows a licence. */
@ProviderType
public interface LicenceDesk {

    /**
     * Claims a licence.
     *
     * @throws org.curbside.api.refusal.Refusal when the number is wrong, unknown, not a physician's, inactive, claimed
     *     before, or the name does not fit it
     */
    LicenceCase claim(NewClaim claim);

    /**
     * How far a claim has come.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no case with this key
     */
    LicenceCase find(@Nullable String key);

    /**
     * Shows possession by the code of the letter.
     *
     * @throws org.curbside.api.refusal.Refusal when the code is wrong, expired or was tried too often
     */
    LicenceCase prove(@Nullable String key, @Nullable String code);

    /**
     * The credential of the present epoch, in its text form; the same one however often it is fetched. For its first time in
     * an epoch the registries are asked again.
     *
     * @throws org.curbside.api.refusal.Refusal when the case is not proven, a registry says that the licence has lapsed or is
     *     not clear about it any more, or cannot be asked just now
     */
    String credential(@Nullable String key);
}
