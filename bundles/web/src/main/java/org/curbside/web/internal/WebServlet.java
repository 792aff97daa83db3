package org.curbside.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.SliceAway;
import org.curbside.api.slice.Slices;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Every page. What nobody expected goes on to the front door, which says so in a page of its own. */
@Component(
        service = Servlet.class,
        configurationPid = {"org.curbside.web", "org.curbside.house"},
        property = {
            "osgi.http.whiteboard.servlet.name=curbside-web",
            "osgi.http.whiteboard.servlet.pattern=/",
            "osgi.http.whiteboard.servlet.multipart.enabled:Boolean=true",
            "osgi.http.whiteboard.servlet.multipart.fileSizeThreshold:Integer=65536"
        })
public final class WebServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Matcher NOWHERE = Pattern.compile("").matcher("");

    private final transient Pages pages = new Pages();
    private final transient Slices slices;
    private final transient Jobs jobs = new Jobs();
    private final transient Uploads uploads;
    private final transient Frames frames;
    private final transient ProfilePages profile;
    private final transient List<Route> routes;

    /** The settings in {@code etc/org.curbside.web.cfg} and {@code etc/org.curbside.house.cfg}. */
    public @interface Settings {

        /** Within how many hours of its making a credential is used: the browser draws the time by lot. */
        int redemption_hours() default 72;

        /** At what time of the day (UTC, such as 18:00) all of them begin to be used together; empty for any time. */
        String redemption_daily() default "";

        /** Where the community is, if only the licence desk is here; else empty. */
        String community_address() default "";
    }

    /** Looks for the slices. */
    @Activate
    public WebServlet(BundleContext context, Settings settings) {
        slices = new Slices(context);
        uploads = new Uploads(folder(context));
        frames = new Frames(slices);
        profile = new ProfilePages(slices);
        String community = settings.community_address().strip();
        routes = Stream.of(
                        new AccountPages(slices).routes(),
                        profile.routes(),
                        new MembershipPages(slices).routes(),
                        new ModeratorPages(slices).routes(),
                        new CommunityPages(slices, community.isEmpty()).routes(),
                        new AskPages(slices).routes(),
                        new QuestionPages(slices).routes(),
                        new InboxPages(slices).routes(),
                        new SearchPages(slices).routes(),
                        new DeliveryPages(slices).routes(),
                        new ConclusionPages(slices).routes(),
                        new EditPages(slices).routes(),
                        new ImagePages(slices).routes(),
                        new ReplyPages(slices).routes(),
                        new FlagPages(slices).routes(),
                        new ModerationPages(slices).routes(),
                        new ModerationNoticePages(slices).routes(),
                        new ModerationOfficePages(slices).routes(),
                        new SafetyPages(slices).routes(),
                        new ClientPages(slices).routes(),
                        new DeskPages(
                                        slices,
                                        new Redemption(settings.redemption_hours(), settings.redemption_daily()),
                                        community)
                                .routes(),
                        new OfficePages(slices).routes(),
                        new OutreachPages(slices).routes(),
                        new AddOnPages(slices, jobs, uploads).routes())
                .flatMap(List::stream)
                .toList();
    }

    private static Path folder(BundleContext context) {
        File kept = Objects.requireNonNull(context.getDataFile("uploads"), "no place to keep files");
        return kept.toPath();
    }

    @Deactivate
    void close() {
        jobs.close();
        uploads.clear();
        slices.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        for (Route route : routes) {
            Matcher path = route.address().matcher(request.getRequestURI());
            if (path.matches()) {
                serve(route, new Exchange(request, response, path, pages, frames), request);
                return;
            }
        }
        new Exchange(request, response, NOWHERE, pages, frames)
                .notice(404, "There is no such page", "It may have been removed, or the address may be mistyped.");
    }

    private void serve(Route route, Exchange exchange, HttpServletRequest request) throws IOException {
        String allowed = route.takesForm() ? "GET, HEAD, POST" : "GET, HEAD";
        if (!List.of(allowed.split(", ", -1)).contains(request.getMethod())) {
            exchange.response().setHeader("Allow", allowed);
            exchange.notice(405, "That is not possible here", "Go back and try another way.");
            return;
        }
        try {
            route.page().serve(exchange);
        } catch (SliceAway away) {
            exchange.response().setHeader("Retry-After", "" + away.retryAfterSeconds());
            exchange.notice(503, "This part is being updated", "It will be back in a moment. Reload the page then.");
        } catch (Refusal refusal) {
            refused(exchange, refusal);
        } finally {
            if (route.takesFiles()) {
                exchange.forgetFiles();
            }
        }
    }

    private void refused(Exchange exchange, Refusal refusal) throws IOException {
        switch (refusal.kind()) {
            case SIGN_IN -> AccountPages.require(exchange, refusal);
            case NOT_FOUND -> exchange.notice(404, "There is no such page", refusal.sentence());
            case FORBIDDEN -> forbidden(exchange, refusal);
            case CONFLICT -> exchange.notice(409, "That cannot be done now", refusal.sentence());
            case UNAVAILABLE -> {
                exchange.retryAfter(refusal);
                exchange.notice(503, "This part is being updated", refusal.sentence());
            }
            case TOO_MANY -> {
                exchange.retryAfter(refusal);
                exchange.notice(429, "That was too much at once", refusal.sentence());
            }
            case INVALID -> exchange.notice(400, "That was not understood", refusal.sentence());
        }
    }

    /** What needs a confirmation or a renewal first is led there; all else stays forbidden. */
    private void forbidden(Exchange exchange, Refusal refusal) throws IOException {
        if (refusal.name().equals("renewal-due")) {
            exchange.seeOther("/renew");
        } else if (refusal.name().equals(ProfilePages.CONFIRM_FIRST)) {
            profile.requireConfirmation(exchange, refusal);
        } else {
            exchange.notice(403, "This is not open to you", refusal.sentence());
        }
    }
}
