package org.curbside.membership.internal;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.CollectedClientDataConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecord;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.authenticator.AAGUID;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.curbside.membership.internal.store.PasskeyRow;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** For whom passkeys are made, and what has to hold of one and of what it signs (WebAuthn Level 3, 7.1 and 7.2). */
@Component(service = RelyingParty.class, configurationPid = "org.curbside.membership")
public final class RelyingParty {

    /** The settings in {@code etc/org.curbside.membership.cfg}. */
    public @interface Settings {

        /** How browsers write the address of this instance; empty for any port of this machine. */
        String origin() default "";

        /** The domain for which passkeys are made; empty for that of the origin. */
        String relying_party() default "";
    }

    private static final String THIS_MACHINE = "localhost";

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = Stream.of(
                    COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256)
            .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
            .toList();

    private final String origin;
    private final String id;
    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager rules = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);
    private final CollectedClientDataConverter clients = new CollectedClientDataConverter(converter);

    /** As the platform runs it. */
    @Activate
    public RelyingParty(Settings settings) {
        this(settings.origin().strip(), settings.relying_party().strip());
    }

    RelyingParty(String origin, String id) {
        this.origin = origin;
        this.id = id.isEmpty() ? host(origin) : id;
    }

    private static String host(String origin) {
        return origin.isEmpty()
                ? THIS_MACHINE
                : Objects.requireNonNull(URI.create(origin).getHost(), origin);
    }

    /** The domain for which passkeys are made. */
    String id() {
        return id;
    }

    /** A passkey that was made, as it is kept. */
    record Key(String id, String attested, long counter) {}

    /** The challenge that a browser says was signed, in base64url. Not believed before the signature is looked at. */
    String challenge(String clientData) {
        return text(client(clientData).getChallenge().getValue());
    }

    /** The id of a credential that is kept, in base64url. */
    String idOf(PasskeyRow passkey) {
        return text(keys.convert(bytes(passkey.attested())).getCredentialId());
    }

    /** What a browser has made for our challenge. The model of the authenticator is not kept. */
    Key made(String clientData, String attestationObject) {
        RegistrationRequest made = new RegistrationRequest(bytes(attestationObject), bytes(clientData));
        RegistrationParameters wanted = new RegistrationParameters(party(clientData), ALGORITHMS, true, true);
        AuthenticatorData<?> data = Objects.requireNonNull(
                        rules.verify(made, wanted).getAttestationObject())
                .getAuthenticatorData();
        AttestedCredentialData key = Objects.requireNonNull(data.getAttestedCredentialData());
        byte[] kept = keys.convert(new AttestedCredentialData(AAGUID.ZERO, key.getCredentialId(), key.getCOSEKey()));
        return new Key(text(key.getCredentialId()), text(kept), data.getSignCount());
    }

    /** How often a passkey says that it has signed, now that it has signed our challenge. */
    long signed(PasskeyRow passkey, String clientData, String authenticatorData, String signature) {
        AttestedCredentialData key = keys.convert(bytes(passkey.attested()));
        AuthenticationRequest signed = new AuthenticationRequest(
                key.getCredentialId(), bytes(authenticatorData), bytes(clientData), bytes(signature));
        AuthenticationParameters wanted =
                new AuthenticationParameters(party(clientData), record(passkey, key), null, true, true);
        return Objects.requireNonNull(rules.verify(signed, wanted).getAuthenticatorData())
                .getSignCount();
    }

    private static CredentialRecord record(PasskeyRow passkey, AttestedCredentialData key) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(), null, null, null, passkey.counter(), key, null, null, null, null);
    }

    private ServerProperty party(String clientData) {
        CollectedClientData client = client(clientData);
        return ServerProperty.builder()
                .origin(origin(client.getOrigin()))
                .rpId(id)
                .challenge(client.getChallenge())
                .build();
    }

    /** The one that is set; where none is, any port of this machine will do. */
    private Origin origin(Origin said) {
        boolean here = "http".equals(said.getScheme()) && THIS_MACHINE.equals(said.getHost());
        return origin.isEmpty() && here ? said : new Origin(origin.isEmpty() ? "http://" + THIS_MACHINE : origin);
    }

    private CollectedClientData client(String clientData) {
        CollectedClientData client = clients.convert(bytes(clientData));
        if (client == null) {
            throw new WebAuthnException("no client data");
        }
        return client;
    }

    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is no base64url throws as what is wrong with it in any other way. */
    static byte[] bytes(@Nullable String text) {
        return Base64.getUrlDecoder().decode(Objects.requireNonNullElse(text, ""));
    }
}
