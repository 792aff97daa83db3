package org.curbside.guard.internal.admission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curbside.api.guard.Finding;
import org.curbside.api.guard.Offer;
import org.curbside.api.guard.Receipts;
import org.curbside.api.guard.Verdict;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Signs with this instance's own key. The file that the key is in is made with the first receipt. */
@Component(configurationPid = "org.curbside.guard")
public final class SignedReceipts implements Receipts {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final Here here;
    private final InstanceKey key;
    private final Clock clock;

    /** By the clock of the machine. */
    @Activate
    public SignedReceipts(BundleContext context, Settings settings) {
        this(new Here(context), new InstanceKey(Path.of(settings.key()), new SecureRandom()), Clock.systemUTC());
    }

    SignedReceipts(Here here, InstanceKey key, Clock clock) {
        this.here = here;
        this.key = key;
        this.clock = clock;
    }

    @Override
    public String of(Verdict verdict) {
        SortedMap<String, String> spi = new TreeMap<>();
        here.spi().forEach((name, version) -> spi.put(name, "" + version));
        try {
            String receipt = JSON.writeValueAsString(Receipt.of(verdict, spi, clock.instant()));
            byte[] signature = key.sign(receipt.getBytes(StandardCharsets.UTF_8));
            return "{\"receipt\":" + receipt + ",\"signature\":\""
                    + Base64.getEncoder().encodeToString(signature) + "\"}";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String publicKey() {
        return key.publicKey();
    }

    /** What is signed. */
    record Receipt(
            String file,
            String sha256,
            boolean admitted,
            Optional<String> name,
            Optional<String> version,
            Optional<String> signer,
            List<Offer> offers,
            List<Finding> findings,
            SortedMap<String, String> spi,
            Instant time) {

        static Receipt of(Verdict verdict, SortedMap<String, String> spi, Instant time) {
            return new Receipt(
                    verdict.file(),
                    verdict.sha256(),
                    verdict.admitted(),
                    verdict.name(),
                    verdict.version(),
                    verdict.signer(),
                    verdict.offers(),
                    verdict.findings(),
                    spi,
                    time);
        }
    }
}
