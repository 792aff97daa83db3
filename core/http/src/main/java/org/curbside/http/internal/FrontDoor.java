package org.curbside.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What holds for every request, page or API: nothing is served before the platform is ready, a change must come from
 * our own pages or from a program, a body has a known and bounded length, a form can be read, and what fails is said in
 * our own words.
 */
@Component(
        service = Filter.class,
        configurationPid = "org.curbside.frontdoor",
        property = {
            "osgi.http.whiteboard.filter.name=curbside-front-door",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "service.ranking:Integer=1000"
        })
public final class FrontDoor implements Filter {

    /** The settings in {@code etc/org.curbside.frontdoor.cfg}. */
    public @interface Settings {

        /** Whether visitors come through a proxy that speaks TLS with them. */
        boolean tls() default false;
    }

    /** The largest body taken, in bytes. */
    static final long MAX_BODY = 1 << 20;

    /** An add-on's jar may be larger; whoever sends one there is looked at before any of it is read. */
    static final long MAX_JAR = 32 << 20;

    /** A picture; that of a document comes in base64 to the API. */
    static final long MAX_PICTURE = 8 << 20;

    /** A question with its pictures. */
    static final long MAX_ASKED = 16 << 20;

    private static final String INSTALL_IT = "A larger add-on is installed with curbside:install.";
    private static final String SHORTEN_IT =
            "If it was a form, go back: your browser still has what you wrote, and a shorter text will be taken.";

    private static final String CHOOSE_SMALLER = "Choose a smaller picture.";

    private static final String JARS = "/office/add-ons/check";
    private static final String ASKING = "/ask";
    private static final Set<String> DOCUMENTS = Set.of("/verify/document", "/api/licence-desk/document");
    private static final Pattern IMAGES = Pattern.compile("(/api)?/questions/[0-9]{1,18}/images");

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

    private final BooleanSupplier ready;
    private final Halves halves;
    private final Meters meters;
    private final boolean tls;
    private final Incidents incidents;

    /** Opens when {@code readiness} says so. */
    @Activate
    public FrontDoor(
            Settings settings, @Reference Readiness readiness, @Reference Halves halves, @Reference Meters meters) {
        this(settings.tls(), readiness::ready, halves, meters, new Incidents(new SecureRandom()));
    }

    FrontDoor(boolean tls, BooleanSupplier ready, Halves halves, Meters meters, Incidents incidents) {
        this.halves = halves;
        this.incidents = incidents;
        this.ready = ready;
        this.meters = meters;
        this.tls = tls;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = asVisited((HttpServletRequest) request);
        Hardened answer = new Hardened(http, (HttpServletResponse) response, halves.connect());
        long start = System.nanoTime();
        try {
            serve(http, answer, chain);
        } finally {
            String method = METHODS.contains(http.getMethod()) ? http.getMethod() : "other";
            meters.answered(
                    http.getRequestURI(), method, answer.getStatus(), Duration.ofNanos(System.nanoTime() - start));
        }
    }

    /** As the visitor sees it: behind a proxy that speaks TLS, ours is the last and unencrypted part of a secure way. */
    private HttpServletRequest asVisited(HttpServletRequest request) {
        return new HttpServletRequestWrapper(request) {
            @Override
            public boolean isSecure() {
                return tls || super.isSecure();
            }
        };
    }

    /** Lets a visitor in; when nobody behind the door expected what happens, says so with an incident number. */
    private void serve(HttpServletRequest request, Hardened answer, FilterChain chain)
            throws IOException, ServletException {
        try {
            Optional<Problem> problem = problemWith(request);
            if (problem.isPresent()) {
                if (!READING.contains(request.getMethod()) && !Leftovers.drop(request.getInputStream())) {
                    answer.setHeader("Connection", "close");
                }
                answer.refuse(problem.get());
            } else if (isPageOfTheOtherHalf(request)) {
                String path = request.getRequestURI();
                answer.setStatus(HttpServletResponse.SC_FOUND);
                answer.setHeader("Location", halves.elsewhere(path).orElseThrow() + path);
            } else {
                chain.doFilter(request, answer);
            }
        } catch (RuntimeException | ServletException | LinkageError | StackOverflowError failure) {
            Problem incident = incidents.logged(failure);
            if (answer.isCommitted()) {
                throw failure;
            }
            answer.fail(incident);
        }
    }

    private Optional<Problem> problemWith(HttpServletRequest request) {
        if (!ready.getAsBoolean()) {
            return problem(
                            Response.Status.SERVICE_UNAVAILABLE,
                            "starting",
                            "Curbside is starting. Try again in a moment.")
                    .map(problem -> problem.until(1));
        }
        Optional<String> elsewhere = halves.elsewhere(request.getRequestURI());
        if (elsewhere.isPresent() && !isPageOfTheOtherHalf(request)) {
            return problem(Response.Status.NOT_FOUND, "elsewhere", "That is at " + elsewhere.get() + ". Go there.");
        }
        if (!READING.contains(request.getMethod())) {
            return problemWithChange(request);
        }
        return Optional.empty();
    }

    private boolean isPageOfTheOtherHalf(HttpServletRequest request) {
        String path = request.getRequestURI();
        return READING.contains(request.getMethod())
                && !Meters.surface(path).equals("api")
                && halves.elsewhere(path).isPresent();
    }

    private static Optional<Problem> problemWithChange(HttpServletRequest request) {
        if (isFromElsewhere(request.getHeader("Origin"), request.getHeader("Host"))) {
            return problem(Response.Status.FORBIDDEN, "other-origin", "Use Curbside's own pages, or its API.");
        }
        if (request.getHeader("Transfer-Encoding") != null) {
            return problem(Response.Status.LENGTH_REQUIRED, "length-required", "Send the body with its length.");
        }
        long most = most(request);
        if (request.getContentLengthLong() > most) {
            return problem(
                    Response.Status.REQUEST_ENTITY_TOO_LARGE,
                    "body-too-large",
                    "Send at most " + (most >> 20) + " MB. " + instead(most));
        }
        return isReadable(request)
                ? Optional.empty()
                : problem(Response.Status.BAD_REQUEST, "unreadable-form", "Go back and send the form again.");
    }

    private static long most(HttpServletRequest request) {
        String address = request.getRequestURI();
        if (DOCUMENTS.contains(address) || IMAGES.matcher(address).matches()) {
            return MAX_PICTURE;
        }
        if (address.equals(ASKING) && bringsFiles(request)) {
            return MAX_ASKED;
        }
        return address.equals(JARS) ? MAX_JAR : MAX_BODY;
    }

    private static boolean bringsFiles(HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getHeader("Content-Type"), "").startsWith("multipart/form-data");
    }

    private static String instead(long most) {
        if (most == MAX_BODY) {
            return SHORTEN_IT;
        }
        return most == MAX_JAR ? INSTALL_IT : CHOOSE_SMALLER;
    }

    /** Whether a form can be taken apart; looked at here, so that no page comes upon it halfway through its work. */
    private static boolean isReadable(HttpServletRequest request) {
        String address = request.getRequestURI();
        if (Meters.surface(address).equals("api") || address.equals(JARS) || DOCUMENTS.contains(address)) {
            return true;
        }
        try {
            request.getParameterMap();
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Whether a browser says that the request was made by a page of another site. */
    static boolean isFromElsewhere(@Nullable String origin, @Nullable String host) {
        if (origin == null) {
            return false;
        }
        try {
            return !Objects.equals(URI.create(origin).getAuthority(), host);
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Optional<Problem> problem(Response.Status status, String name, String detail) {
        return Optional.of(Problem.of(status, name, detail, null));
    }
}
