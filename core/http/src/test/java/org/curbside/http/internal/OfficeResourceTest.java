package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.curbside.api.membership.Operator;
import org.curbside.api.membership.Turnstile;
import org.curbside.api.membership.Visitor;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.SliceAway;
import org.curbside.api.slice.Slices;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;

class OfficeResourceTest {

    private static final OfficeResource.Decision APPROVE = new OfficeResource.Decision("approve", "It fits.", null);
    private static final OfficeResource.Decision CONFIRM = new OfficeResource.Decision("confirm", "So it is.", null);
    private static final OfficeResource.Decision SHOWN = new OfficeResource.Decision("shown", "A badge.", null);

    /** Where no slice is there; whoever gets as far as to one was let pass. */
    private final OfficeResource office = new OfficeResource(new Slices((BundleContext) Proxy.newProxyInstance(
            BundleContext.class.getClassLoader(),
            new Class<?>[] {BundleContext.class},
            (proxy, method, arguments) -> null)));

    private final List<Consumer<HttpServletRequest>> decisions = List.of(
            request -> office.decideCase(7, APPROVE, request),
            request -> office.secondCase(7, CONFIRM, request),
            request -> office.closeCase(7, new OfficeResource.Reason("The letter was lost."), request),
            request -> office.judgeDocument(7, SHOWN, request));

    @Test
    void a_session_that_was_left_open_decides_nothing() {
        for (Consumer<HttpServletRequest> decision : decisions) {
            assertThatThrownBy(() -> decision.accept(of(false)))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.name()).isEqualTo("confirm-first"));
            assertThatThrownBy(() -> decision.accept(of(true))).isInstanceOf(SliceAway.class);
        }
    }

    @Test
    void looking_needs_no_confirmation() {
        assertThatThrownBy(() -> office.officeCase(7, of(false))).isInstanceOf(SliceAway.class);
    }

    private static HttpServletRequest of(boolean confirmed) {
        Turnstile porter = new Turnstile() {
            @Override
            public Optional<Visitor> visitor() {
                return Optional.of(new Operator(1, "Porter"));
            }

            @Override
            public void confirmed() {
                if (!confirmed) {
                    throw Refusal.forbidden("confirm-first", "Show first that it is you.");
                }
            }
        };
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> porter);
    }
}
