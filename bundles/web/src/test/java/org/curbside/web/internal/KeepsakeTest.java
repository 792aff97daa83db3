package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KeepsakeTest {

    @Test
    void the_case_key_goes_to_the_licence_desk_only() {
        assertThat(Keepsake.CASE.with("key", false).getPath()).isEqualTo("/verify");
        assertThat(Keepsake.SESSION.with("secret", false).getPath()).isEqualTo("/");
        assertThat(Keepsake.DEVICE.with("secret", false).getPath()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void no_script_and_no_other_site_can_use_it(Keepsake keepsake) {
        Cookie cookie = keepsake.with("secret", false);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
    }

    @Test
    void what_opens_anything_goes_when_the_browser_is_closed() {
        assertThat(Keepsake.CASE.with("key", false).getMaxAge()).isNegative();
        assertThat(Keepsake.SESSION.with("secret", false).getMaxAge()).isNegative();
        assertThat(Keepsake.DEVICE.with("secret", false).getMaxAge()).isEqualTo(180 * 86_400);
    }

    @ParameterizedTest
    @EnumSource
    void on_a_secure_way_it_stays_on_one(Keepsake keepsake) {
        assertThat(keepsake.with("secret", true).getSecure()).isTrue();
        assertThat(keepsake.with("secret", false).getSecure()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void it_is_forgotten_where_it_was_kept(Keepsake keepsake) {
        Cookie gone = keepsake.gone(false);

        assertThat(gone.getMaxAge()).isZero();
        assertThat(gone.getValue()).isEmpty();
        assertThat(gone.getPath()).isEqualTo(keepsake.with("secret", false).getPath());
    }
}
