package org.curbside.guard.internal.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.guard.internal.admission.Candidates.assertPassed;
import static org.curbside.guard.internal.admission.Candidates.assertRefused;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Finding.Result;
import org.curbside.testkit.bundle.AddOnJar;
import org.curbside.testkit.bundle.Signer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignatureTest {

    private static final Signer PARTNER = Signer.named("Partner");
    private static final Signer STRANGER = Signer.named("Stranger");

    private final Path folder;
    private final Path plain;
    private final Path signed;

    SignatureTest(@TempDir Path folder) throws Exception {
        this.folder = folder;
        plain = SampleJar.fine().writeTo(folder.resolve("plain.jar"));
        signed = PARTNER.sign(plain, folder.resolve("signed.jar"));
    }

    @Test
    void a_jar_that_somebody_trusted_signed_whole_passes() throws Exception {
        trustThePartner();

        assertPassed(on(signed, Unsigned.REFUSED));
        assertThat(on(signed, Unsigned.REFUSED).sentence()).contains("CN=Partner");
        assertThat(Signature.signer(Opening.of(signed))).contains("CN=Partner");
    }

    @Test
    void one_that_a_stranger_signed_does_not() throws Exception {
        trustThePartner();
        Path strange = STRANGER.sign(plain, folder.resolve("strange.jar"));

        assertRefused(on(strange, Unsigned.UNTIL_TRUSTED), "CN=Stranger", "whom nobody here trusts");
    }

    @Test
    void one_that_nobody_signed_does_not() throws Exception {
        trustThePartner();

        assertRefused(on(plain, Unsigned.UNTIL_TRUSTED), "Nobody has signed it.", "trusted");
        assertRefused(on(plain, Unsigned.REFUSED), "Nobody has signed it.");
    }

    @Test
    void a_changed_entry_is_never_taken() throws Exception {
        Path changed = AddOnJar.copyOf(signed)
                .withFile("OSGI-INF/poll.xml", "<other/>")
                .writeTo(folder.resolve("changed.jar"));

        assertRefused(on(changed, Unsigned.ADMITTED), "changed after it was signed", "OSGI-INF/poll.xml");
    }

    @Test
    void an_added_class_is_never_taken_although_all_others_have_their_signer() throws Exception {
        Path more =
                AddOnJar.copyOf(signed).withFile("org/evil/More.class", "class").writeTo(folder.resolve("more.jar"));

        assertRefused(on(more, Unsigned.ADMITTED), "not org/evil/More.class");
    }

    @Test
    void an_entry_added_beside_the_signature_is_never_taken() throws Exception {
        Path more = AddOnJar.copyOf(signed)
                .withFile("META-INF/services/a.B", "evil")
                .writeTo(folder.resolve("more.jar"));

        assertRefused(on(more, Unsigned.ADMITTED), "not META-INF/services/a.B");
    }

    @Test
    void a_changed_manifest_is_never_taken() throws Exception {
        Path changed = AddOnJar.copyOf(signed).with("Bundle-Version", "9.9.9").writeTo(folder.resolve("changed.jar"));

        assertThat(on(changed, Unsigned.ADMITTED).refuses()).isTrue();
    }

    @Test
    void until_somebody_is_trusted_the_unsigned_are_taken_with_a_warning() throws Exception {
        assertThat(on(plain, Unsigned.UNTIL_TRUSTED).result()).isEqualTo(Result.WARNED);
        assertThat(on(signed, Unsigned.UNTIL_TRUSTED).result()).isEqualTo(Result.WARNED);
        assertThat(Unsigned.UNTIL_TRUSTED.warnings(new Trusted(trusted())))
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("admitted unsigned until"));
    }

    @Test
    void a_certificate_that_cannot_be_read_opens_nothing_and_is_reported() throws Exception {
        Files.createDirectories(trusted());
        Files.writeString(trusted().resolve("torn.pem"), "-----BEGIN");

        assertRefused(on(plain, Unsigned.UNTIL_TRUSTED), "Nobody has signed it.");
        assertThat(Unsigned.UNTIL_TRUSTED.warnings(new Trusted(trusted())))
                .singleElement()
                .satisfies(warning -> assertThat(warning).contains("torn.pem"));
    }

    @Test
    void the_switch_for_developers_is_loud_and_a_slip_of_the_pen_is_strict() throws Exception {
        trustThePartner();

        assertThat(on(plain, Unsigned.of("true")).result()).isEqualTo(Result.WARNED);
        assertThat(Unsigned.of("true").warnings(new Trusted(trusted()))).isNotEmpty();
        assertThat(Unsigned.of("false").warnings(new Trusted(trusted()))).isEmpty();
        assertThat(Unsigned.of("ture")).isEqualTo(Unsigned.REFUSED);
        assertThat(Unsigned.of("")).isEqualTo(Unsigned.UNTIL_TRUSTED);
    }

    @Test
    void a_certificate_that_has_run_out_is_told() throws Exception {
        trustThePartner();
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofDays(400));

        Finding finding = new Signature(new Trusted(trusted()), Unsigned.REFUSED, later).on(Opening.of(signed));

        assertThat(finding.result()).isEqualTo(Result.WARNED);
        assertThat(finding.sentence()).contains("has run out");
    }

    @Test
    void a_certificate_that_runs_out_within_a_month_is_told_in_time() throws Exception {
        trustThePartner();
        Trusted there = new Trusted(trusted());
        Instant now = Instant.now();

        assertThat(there.runningOut(now)).isEmpty();
        assertThat(there.runningOut(now.plus(Duration.ofDays(340))))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("CN=Partner runs out on"));
        assertThat(there.runningOut(now.plus(Duration.ofDays(400))))
                .singleElement()
                .satisfies(sentence -> assertThat(sentence).contains("has run out on", "partner.pem"));
    }

    private Finding on(Path jar, Unsigned unsigned) throws Unfit {
        return signature(unsigned).on(Opening.of(jar));
    }

    private Signature signature(Unsigned unsigned) {
        return new Signature(new Trusted(trusted()), unsigned, Clock.systemUTC());
    }

    private void trustThePartner() throws Exception {
        Files.createDirectories(trusted());
        Files.writeString(trusted().resolve("partner.pem"), PARTNER.certificate());
    }

    private Path trusted() {
        return folder.resolve("trusted");
    }
}
