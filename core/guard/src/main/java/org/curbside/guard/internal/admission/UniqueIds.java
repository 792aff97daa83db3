package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.curbside.api.guard.Finding;
import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What it offers has lasting ids, and no other installed bundle that admission has taken, started or not, offers the same. */
record UniqueIds(Here here, Predicate<Bundle> mayRun) implements Check {

    private static final Logger LOG = LoggerFactory.getLogger(UniqueIds.class);
    private static final String NAME = "unique-id";
    private static final String ID = "[a-z][a-z0-9-]{0,39}";

    @Override
    public Finding on(Candidate candidate) {
        if (candidate.offers().isEmpty()) {
            return Finding.refused(
                    NAME,
                    "It offers nothing: none of its component descriptors provides an interface of the spi. The class that"
                            + " implements one needs @Component and its id, such as @PollTypeId.");
        }
        Set<String> seen = new HashSet<>();
        for (Declared offer : candidate.offers()) {
            if (!offer.id().matches(ID)) {
                return Finding.refused(
                        NAME, "Its " + offer + " needs an id of lower-case letters, digits and hyphens.");
            }
            if (!seen.add(offer.point().property() + offer.id())) {
                return Finding.refused(NAME, "It offers " + offer + " twice. Give each an id of its own.");
            }
        }
        return taken(candidate);
    }

    private Finding taken(Candidate candidate) {
        for (Bundle bundle : here.context().getBundles()) {
            boolean other = bundle.getBundleId() != 0
                    && !candidate.name().equals(bundle.getSymbolicName())
                    && mayRun.test(bundle);
            for (Declared installed : other ? offers(bundle) : List.<Declared>of()) {
                if (candidate.offers().stream().anyMatch(installed::clashesWith)) {
                    return Finding.refused(
                            NAME,
                            "The installed bundle " + bundle.getSymbolicName() + " offers " + installed
                                    + " already. Choose another id, or uninstall that bundle first.");
                }
            }
        }
        return Finding.passed(NAME, "Nobody else offers " + candidate.offers() + ".");
    }

    /** Without resolving the bundle, as finding its entries would. */
    private static List<Declared> offers(Bundle bundle) {
        Enumeration<String> files = bundle.getHeaders().get("Service-Component") == null
                ? Collections.emptyEnumeration()
                : Optional.ofNullable(bundle.getEntryPaths("OSGI-INF")).orElse(Collections.emptyEnumeration());
        List<Declared> offers = new ArrayList<>();
        for (String file : Collections.list(files)) {
            if (file.endsWith(".xml")) {
                offers.addAll(offers(bundle, file));
            }
        }
        return offers;
    }

    private static List<Declared> offers(Bundle bundle, String descriptor) {
        try (InputStream in = bundle.getEntry(descriptor).openStream()) {
            return Descriptors.read(in);
        } catch (IOException e) {
            LOG.debug("{} of {} is no component descriptor", descriptor, bundle, e);
            return List.of();
        }
    }
}
