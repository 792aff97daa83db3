package org.curbside.http.internal;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.curbside.api.membership.Confirmation;
import org.curbside.api.membership.SignIn;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.slice.Slice;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Leaves a {@link Turnstile} with every request. The session comes in a cookie, or as a bearer token from a program. */
@Component(
        service = Filter.class,
        property = {
            "osgi.http.whiteboard.filter.name=curbside-session",
            "osgi.http.whiteboard.filter.pattern=/*",
            "osgi.http.whiteboard.filter.asyncSupported:Boolean=true",
            "service.ranking:Integer=900"
        })
public final class SessionFilter implements Filter {

    private static final String BEARER = "Bearer ";

    private final Slice<SignIn> signIn;
    private final Slice<Confirmation> confirmation;

    /** Looks for the membership. */
    @Activate
    public SessionFilter(BundleContext context) {
        signIn = new Slice<>(context, SignIn.class);
        confirmation = new Slice<>(context, Confirmation.class);
    }

    @Deactivate
    void close() {
        signIn.close();
        confirmation.close();
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        request.setAttribute(Turnstile.ATTRIBUTE, once(secret(http)));
        chain.doFilter(request, response);
    }

    private Turnstile once(Optional<String> secret) {
        return new Turnstile() {
            private Optional<Visitor> known = Optional.empty();
            private boolean asked;

            @Override
            public Optional<Visitor> visitor() {
                if (!asked) {
                    known = secret.flatMap(session -> signIn.get().visitor(session));
                    asked = true;
                }
                return known;
            }

            @Override
            public String session() {
                return secret.orElseGet(Turnstile.super::session);
            }

            @Override
            public void confirmed() {
                confirmation.get().require(session());
            }
        };
    }

    /** The session's secret, as the request carries it. */
    static Optional<String> secret(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null && authorization.startsWith(BEARER)) {
            return Optional.of(authorization.substring(BEARER.length()));
        }
        return Stream.ofNullable(request.getCookies())
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(Turnstile.COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }
}
