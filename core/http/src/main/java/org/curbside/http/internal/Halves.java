package org.curbside.http.internal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Which half of the house this is, when the licence desk runs by itself: what belongs to the other half is at the other's
 * address. Otherwise both are here.
 */
@Component(service = Halves.class, configurationPid = "org.curbside.house")
public final class Halves {

    private static final List<String> DESK = List.of("/verify", "/office", "/api/licence-desk", "/api/office");

    /** What each half has, for whoever works there. */
    private static final List<String> STAFF = List.of(
            "/office/add-ons",
            "/sign-in",
            "/sign-out",
            "/profile",
            "/confirm",
            "/static",
            "/api/session",
            "/api/account",
            "/api/openapi.json");

    private static final List<String> MEMBERS = List.of(
            "/office/moderators",
            "/office/moderation",
            "/office/bans",
            "/api/session/member",
            "/api/session/renewal",
            "/api/session/recovery",
            "/api/session/recovery-challenge",
            "/api/session/issuer-keys");

    /** The slices, by name, so that no class here knows both the licence desk and the membership. */
    private static final String DESK_SLICE = "identity.LicenceDesk";

    private static final String ACCOUNTS_SLICE = "membership.SignIn";
    private static final List<String> COMMUNITY_SLICES = List.of(
            "content.Questions",
            "polling.Polls",
            "safety.Reports",
            "moderation.Permits",
            "insight.Insight",
            "notification.Inbox",
            "disclosure.Disclosure",
            "search.Search");

    private final String desk;
    private final String community;

    /** The settings in {@code etc/org.curbside.house.cfg}. */
    public @interface Settings {

        /** Where the licence desk is, such as {@code https://desk.example.org}; empty if it is here. */
        String desk_address() default "";

        /** Where the community is, if only the licence desk is here; else empty. */
        String community_address() default "";
    }

    /** As it is set. */
    @Activate
    public Halves(Settings settings) {
        this(settings.desk_address(), settings.community_address());
    }

    Halves(String desk, String community) {
        this.desk = desk.strip();
        this.community = community.strip();
        if (!this.desk.isEmpty() && !this.community.isEmpty()) {
            throw new IllegalArgumentException(
                    "In etc/org.curbside.house.cfg set one address, that of the other half.");
        }
    }

    /** The address of the half that answers there; empty if this one does. */
    Optional<String> elsewhere(String path) {
        boolean ofTheDesk = isUnder(DESK, path) && !isUnder(STAFF, path) && !isUnder(MEMBERS, path);
        if (!desk.isEmpty()) {
            return ofTheDesk ? Optional.of(desk) : Optional.empty();
        }
        boolean here = community.isEmpty()
                || path.equals("/")
                || ofTheDesk
                || (isUnder(STAFF, path) && !isUnder(MEMBERS, path));
        return here ? Optional.empty() : Optional.of(community);
    }

    /** Whom our pages may ask besides ourselves: the desk's compare the keys that the community shows. */
    String connect() {
        return community.isEmpty() ? "'self'" : "'self' " + community;
    }

    /** The services without which this half is not ready. */
    List<String> slices() {
        if (!community.isEmpty()) {
            return List.of(DESK_SLICE, ACCOUNTS_SLICE);
        }
        Stream<String> here = desk.isEmpty() ? Stream.of(DESK_SLICE, ACCOUNTS_SLICE) : Stream.of(ACCOUNTS_SLICE);
        return Stream.concat(here, COMMUNITY_SLICES.stream()).toList();
    }

    private static boolean isUnder(List<String> places, String path) {
        return places.stream().anyMatch(place -> path.equals(place) || path.startsWith(place + "/"));
    }
}
