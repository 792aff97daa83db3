package org.curbside.proof.openid;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IdTokenTest {

    private static final Instant NOW = Instant.parse("2026-03-04T05:06:07Z");
    private static final String ISSUER = "https://board.example";
    private static final String CLIENT = "curbside";
    private static final String NONCE = "nonce";

    private static RSAKey rsa;
    private static ECKey ec;
    private static JWKSet keys;

    @BeforeAll
    static void make() throws JOSEException {
        rsa = new RSAKeyGenerator(2048).keyID("rsa").generate();
        ec = new ECKeyGenerator(Curve.P_256).keyID("ec").generate();
        keys = new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK()));
    }

    @Test
    void what_the_partner_has_signed_is_read() throws JOSEException {
        JWTClaimsSet claims = right().claim("npi", "2900000011").build();
        for (JWSAlgorithm algorithm : List.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256)) {
            assertThat(read(signed(algorithm, rsa, claims)).orElseThrow().says("npi"))
                    .contains("2900000011");
        }
        SignedJWT curve = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("ec").build(), claims);
        curve.sign(new ECDSASigner(ec));
        assertThat(read(curve.serialize())).isPresent();
    }

    @Test
    void numbers_and_texts_are_said_and_nothing_else() throws JOSEException {
        JWTClaimsSet claims = right().claim("number", 2900000011L)
                .claim("list", List.of("2900000011"))
                .claim("flag", true)
                .claim("text", " 1 ")
                .build();
        IdToken read = read(signed(JWSAlgorithm.RS256, rsa, claims)).orElseThrow();
        assertThat(read.says("number")).contains("2900000011");
        assertThat(read.says("text")).contains("1");
        for (String name : List.of("list", "flag", "none")) {
            assertThat(read.says(name)).as(name).isEmpty();
        }
    }

    @Test
    void what_somebody_else_has_signed_is_not() throws JOSEException {
        RSAKey another = new RSAKeyGenerator(2048).keyID("rsa").generate();
        assertThat(read(signed(JWSAlgorithm.RS256, another, right().build()))).isEmpty();
        RSAKey unknown = new RSAKeyGenerator(2048).keyID("unknown").generate();
        assertThat(read(signed(JWSAlgorithm.RS256, unknown, right().build()))).isEmpty();
        assertThat(read(new PlainJWT(right().build()).serialize())).isEmpty();
        SignedJWT mac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("rsa").build(), right().build());
        mac.sign(new MACSigner(rsa.toRSAPublicKey().getEncoded()));
        assertThat(read(mac.serialize())).isEmpty();
        String good = signed(JWSAlgorithm.RS256, rsa, right().build());
        assertThat(read(good.substring(0, good.length() - 8) + "AAAAAAAA")).isEmpty();
        for (String nonsense : List.of("", ".", "..", "a.b.c", "null")) {
            assertThat(read(nonsense)).as(nonsense).isEmpty();
        }
    }

    @Test
    void what_is_for_somebody_else_or_another_sign_in_or_out_of_date_is_not() throws JOSEException {
        for (JWTClaimsSet wrong : List.of(
                right().issuer("https://another.example").build(),
                right().audience("another").build(),
                right().audience(List.of(CLIENT, "another")).build(),
                right().audience(List.of(CLIENT, "another"))
                        .claim("azp", "another")
                        .build(),
                right().claim("azp", "another").build(),
                right().claim("nonce", "another").build(),
                right().claim("nonce", null).build(),
                right().subject(null).build(),
                right().expirationTime(at(-61)).build(),
                right().expirationTime(null).build(),
                right().issueTime(at(62)).build(),
                right().issueTime(null).build())) {
            assertThat(read(signed(JWSAlgorithm.RS256, rsa, wrong)))
                    .as("%s", wrong)
                    .isEmpty();
        }
        for (JWTClaimsSet good : List.of(
                right().audience(List.of(CLIENT, "another"))
                        .claim("azp", CLIENT)
                        .build(),
                right().expirationTime(at(-30)).build(),
                right().issueTime(at(30)).build())) {
            assertThat(read(signed(JWSAlgorithm.RS256, rsa, good)))
                    .as("%s", good)
                    .isPresent();
        }
    }

    private static JWTClaimsSet.Builder right() {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .subject("jane")
                .audience(CLIENT)
                .claim("nonce", NONCE)
                .issueTime(at(-5))
                .expirationTime(at(300));
    }

    private static Date at(int seconds) {
        return Date.from(NOW.plusSeconds(seconds));
    }

    private static String signed(JWSAlgorithm algorithm, RSAKey key, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }

    private static Optional<IdToken> read(String token) {
        return IdToken.read(token, keys, ISSUER, CLIENT, NONCE, Clock.fixed(NOW, ZoneOffset.UTC));
    }
}
