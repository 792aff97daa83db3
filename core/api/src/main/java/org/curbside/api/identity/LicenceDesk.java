package org.curbside.api.identity;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.api.credential.IssuerKey;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Where a physician shows a licence. */
@ProviderType
public interface LicenceDesk {

    /** Where the licences may be from that can be claimed: the countries whose national register is here (ISO 3166-1), sorted. */
    List<String> countries();

    /**
     * Claims a licence. It makes no difference whether it was claimed before, so that nobody learns of that: cases of a licence
     * wait beside each other, share letters, and the one in which it is shown last by the registry's record holds it.
     *
     * @throws org.curbside.api.refusal.Refusal when the number is wrong, unknown, not a physician's, inactive, or the name
     *     does not fit it
     */
    LicenceCase claim(NewClaim claim);

    /**
     * How far a claim has come.
     *
     * @throws org.curbside.api.refusal.Refusal when there is no case with this key
     */
    LicenceCase find(@Nullable String key);

    /**
     * Shows possession by a code: that of the letter, or of what was begun otherwise.
     *
     * @throws org.curbside.api.refusal.Refusal when the code is wrong, expired or was tried too often, or came in a way that does
     *     not outweigh another case in which the licence was shown
     */
    LicenceCase prove(@Nullable String key, @Nullable String code);

    /**
     * Asks for another letter with another code, to the address that the registry has now; twice at most, and not before the
     * one before has had its time to arrive.
     *
     * @throws org.curbside.api.refusal.Refusal when no code is expected, the letter before may still come, there were three,
     *     or a registry says that the licence has lapsed or cannot be asked just now
     */
    LicenceCase anotherLetter(@Nullable String key);

    /**
     * Sends a picture of a document that shows possession. It is drawn anew, so that nothing but the picture is kept, and kept
     * encrypted until two operators have looked at it, or the case has moved on or expired. Three can be sent, one after another.
     *
     * @param image JPEG or PNG, at most {@link org.curbside.api.picture.Picture#MOST_BYTES}
     * @throws org.curbside.api.refusal.Refusal when none is expected, one is being looked at, three were sent, or it is too
     *     large or no such picture
     */
    LicenceCase document(@Nullable String key, byte[] image);

    /**
     * Begins to show possession in one of the ways that the case offers; each three times at most.
     *
     * @param way its id
     * @param typed what the way asks for, or empty
     * @return where the claimant has to go, whose answer is for {@link #finish}; or empty if a code comes, which is for
     *     {@link #prove}
     * @throws org.curbside.api.refusal.Refusal when nothing is to be shown, there is no such way, it was begun three times, what
     *     was typed is refused, or it cannot be begun just now
     */
    Optional<URI> begin(@Nullable String key, @Nullable String way, @Nullable String typed);

    /**
     * Shows possession by what the claimant has brought back from where {@link #begin} has sent them.
     *
     * @param answer the parameters of the address to which they came back
     * @throws org.curbside.api.refusal.Refusal when nothing is to be shown, the way was not begun within a week, the answer
     *     shows no possession, it cannot be checked just now, or the licence was shown in another case
     */
    LicenceCase finish(@Nullable String key, @Nullable String way, Map<String, String> answer);

    /**
     * Vouches for a colleague whom the voucher knows in person. When two have done so, the colleague's licence counts as shown.
     * Whoever was vouched for cannot vouch, so that no ring of people makes itself physicians; and each can vouch three times
     * in an epoch.
     *
     * @param key the voucher's own
     * @param colleagueCode what the colleague handed over
     * @param familyName the colleague's
     * @throws org.curbside.api.refusal.Refusal when the voucher's case is not proven otherwise, nobody of that name has that
     *     code, the voucher has vouched for them before, or three times in this epoch
     */
    void vouch(@Nullable String key, @Nullable String colleagueCode, @Nullable String familyName);

    /**
     * Asks the registries again about a licence that has lapsed.
     *
     * @throws org.curbside.api.refusal.Refusal when it has not, or a registry cannot be asked just now
     */
    LicenceCase recheck(@Nullable String key);

    /**
     * The key that a credential of the present epoch is signed with. Compare it with the directory that the membership shows
     * before you use it: a key of your own would mark you. Once a credential was signed it is the same for the whole epoch.
     *
     * @throws org.curbside.api.refusal.Refusal when the case is not proven, or the registry lists too few physicians
     */
    IssuerKey issuer(@Nullable String key);

    /**
     * Among how many the holder of a credential with that key is.
     *
     * @throws org.curbside.api.refusal.Refusal when the case is not proven, or the registry lists too few physicians
     */
    Crowd crowd(@Nullable String key);

    /**
     * Signs the credential of the present epoch blindly, as {@link org.curbside.api.credential.Blinding} asks for it. Each
     * licence has one in an epoch: the same request is answered the same way again, and another is refused. For the first in
     * an epoch the registries are asked again.
     *
     * @param keyId of the key that it was blinded for
     * @param blinded base64url
     * @return the blind signature, base64url
     * @throws org.curbside.api.refusal.Refusal when the case is not proven, a registry says that the licence has lapsed or is
     *     not clear about it any more, or cannot be asked just now; when the key is another or the message is not below its
     *     modulus; when something else was signed for the licence in this epoch
     */
    String credential(@Nullable String key, @Nullable String keyId, @Nullable String blinded);
}
