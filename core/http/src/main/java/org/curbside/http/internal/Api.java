package org.curbside.http.internal;

import com.fasterxml.jackson.jakarta.rs.json.JacksonJsonProvider;
import jakarta.servlet.Servlet;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.security.SecureRandom;
import java.util.Map;
import org.curbside.api.slice.Slices;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/**
 * Publishes the JSON API as one isolated Jersey servlet under {@code /api/*}. It stays up while slices are replaced: a
 * resource whose slice is away answers 503 with {@code Retry-After}, the others do not notice.
 */
@Component(
        immediate = true,
        service = {})
public final class Api {

    private static final Map<String, Object> WHITEBOARD = Map.of(
            "osgi.http.whiteboard.servlet.name", "curbside-api",
            "osgi.http.whiteboard.servlet.pattern", "/api/*",
            "osgi.http.whiteboard.servlet.asyncSupported", true);

    private final Slices slices;
    private final ServiceRegistration<Servlet> servlet;

    /** Publishes the servlet. */
    @Activate
    public Api(BundleContext context) {
        slices = new Slices(context);
        withLoaderOf(ResourceConfig.class, RuntimeDelegate::getInstance);
        servlet = context.registerService(
                Servlet.class,
                new ServletContainer(application(
                        new Incidents(new SecureRandom()),
                        new SessionResource(slices),
                        new AccountResource(slices),
                        new ModeratorResource(slices),
                        new BanResource(slices),
                        new ModerationResource(slices),
                        new DeskResource(slices),
                        new OfficeResource(slices),
                        new QuestionResource(slices),
                        new ImageResource(slices),
                        new CommunityResource(slices),
                        new NotificationResource(slices),
                        new SearchResource(slices),
                        new DeliveryResource(slices),
                        new ClientResource(slices))),
                FrameworkUtil.asDictionary(WHITEBOARD));
    }

    @Deactivate
    void close() {
        servlet.unregister();
        slices.close();
    }

    static ResourceConfig application(Incidents incidents, Object... resources) {
        return new ResourceConfig()
                .property("jersey.config.server.wadl.disableWadl", true)
                .property("jersey.config.server.headers.location.relative.resolution.disabled", true)
                .register(new JacksonJsonProvider(Json.MAPPER))
                .register(new OpenApiResource())
                .register(new Problems(incidents))
                .registerInstances(resources);
    }

    /** JAX-RS looks for its implementation once, through the context class loader. */
    private static void withLoaderOf(Class<?> type, Runnable action) {
        Thread thread = Thread.currentThread();
        ClassLoader previous = thread.getContextClassLoader();
        thread.setContextClassLoader(type.getClassLoader());
        try {
            action.run();
        } finally {
            thread.setContextClassLoader(previous);
        }
    }
}
