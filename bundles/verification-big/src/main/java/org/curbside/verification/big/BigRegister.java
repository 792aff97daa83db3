package org.curbside.verification.big;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curbside.spi.verification.Claim;
import org.curbside.spi.verification.Coverage;
import org.curbside.spi.verification.Finding;
import org.curbside.spi.verification.Judgement;
import org.curbside.spi.verification.LicenseRegistry;
import org.curbside.spi.verification.RegistryId;
import org.curbside.spi.verification.RegistryUnavailable;
import org.curbside.spi.verification.Verdict;
import org.curbside.spi.verification.remote.Answer;
import org.curbside.spi.verification.remote.RemoteSource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;

/**
 * The BIG register of the Netherlands by the operation {@code ListHcpApprox4} of its public service, asked for one number.
 * Everyone who may practise there is in it, so a number that is not belongs to nobody who may. It shows initials and no given
 * names. Measures, limitations and mentions go to a person, and so does every profession but "01", the physicians.
 */
@Component(configurationPid = "org.curbside.verification.big", configurationPolicy = ConfigurationPolicy.REQUIRE)
@RegistryId(id = "big")
public final class BigRegister implements LicenseRegistry {

    private static final String COUNTRY = "NL";
    private static final String NUMBER = "[0-9]{11}";
    private static final String ACTION = "\"http://services.cibg.nl/ExternalUser/ListHcpApprox4\"";
    private static final String QUESTION =
            """
            <?xml version="1.0" encoding="utf-8"?>
            <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>
            <listHcpApproxRequest xmlns="http://services.cibg.nl/ExternalUser">
            <WebSite>Ribiz</WebSite><RegistrationNumber>%s</RegistrationNumber>
            </listHcpApproxRequest></soap:Body></soap:Envelope>
            """;

    private final RemoteSource source;
    private final Clock clock;

    /** The settings in {@code etc/org.curbside.verification.big.cfg}. */
    public @interface Settings {

        /** Where the service is; CIBG, which runs it, has moved it before. */
        String url() default "";
    }

    /** Asks nobody yet. */
    @Activate
    public BigRegister(Settings settings) {
        this(settings.url(), Clock.systemUTC());
    }

    BigRegister(String url, Clock clock) {
        this.source = RemoteSource.at(url);
        this.clock = clock;
    }

    @Deactivate
    void close() {
        source.close();
    }

    @Override
    public boolean covers(Claim claim) {
        return claim.country().equals(COUNTRY) && claim.npi().matches(NUMBER);
    }

    @Override
    public Coverage coverage() {
        return Coverage.national(COUNTRY);
    }

    @Override
    public Finding find(Claim claim) throws RegistryUnavailable {
        Answer answer = source.inquire()
                .post(
                        "",
                        QUESTION.formatted(claim.npi()),
                        Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", ACTION));
        if (!answer.isGood()) {
            throw Envelope.unknown();
        }
        List<Professional> found = Envelope.read(answer.body()).stream()
                .filter(each -> each.holds(claim.npi()))
                .toList();
        return switch (found.size()) {
            case 0 -> bare(Verdict.INACTIVE, "The BIG register shows nobody with this number.", "no registration");
            case 1 -> of(found.get(0), claim);
            default -> bare(
                    Verdict.INDETERMINATE,
                    "The BIG register shows several people with this number.",
                    found.size() + " people");
        };
    }

    private Finding of(Professional found, Claim claim) throws RegistryUnavailable {
        return new Finding(
                found.judge(claim, today()), found.evidence(claim.npi()), today(), found.address(), List.of());
    }

    private Finding bare(Verdict verdict, String reason, String evidence) {
        return new Finding(new Judgement(verdict, reason), evidence, today(), Optional.empty(), List.of());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clock.getZone());
    }
}
