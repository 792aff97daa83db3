package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.BundleContext;

/** What an operator decides on a page, from a session that was left open. */
class ConfirmedTest {

    private final Slices slices = new Slices(standIn(BundleContext.class, ""));

    @ParameterizedTest
    @ValueSource(strings = {"/office/cases/7", "/office/moderators", "/office/bans"})
    void nothing_is_decided_before_it_is_confirmed(String address) {
        assertThatThrownBy(() -> post(address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("confirm-first"));
    }

    private void post(String address) throws Exception {
        Route route = route(address);
        Matcher path = route.address().matcher(address);
        assertThat(path.matches()).isTrue();
        HttpServletResponse nobody = standIn(HttpServletResponse.class, "");
        route.page()
                .serve(new Exchange(
                        standIn(HttpServletRequest.class, address), nobody, path, new Pages(), new Frames(slices)));
    }

    private Route route(String address) {
        return Stream.concat(new OfficePages(slices).routes().stream(), new ModeratorPages(slices).routes().stream())
                .filter(one -> one.address().matcher(address).matches())
                .findFirst()
                .orElseThrow();
    }

    private static <T> T standIn(Class<T> type, String address) {
        Turnstile porter = new Turnstile() {
            @Override
            public Optional<Visitor> visitor() {
                return Optional.of(new Operator(1, "Porter"));
            }

            @Override
            public void confirmed() {
                throw Refusal.forbidden("confirm-first", "Show first that it is you.");
            }
        };
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> porter;
                    case "getMethod" -> "POST";
                    case "getRequestURI" -> address;
                    default -> null;
                }));
    }
}
