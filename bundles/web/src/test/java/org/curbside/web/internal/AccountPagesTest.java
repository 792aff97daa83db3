package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.curbside.web.internal.AccountPages.Profile;
import org.junit.jupiter.api.Test;

class AccountPagesTest {

    private final Pages pages = new Pages();

    @Test
    void everyone_who_signs_in_can_change_their_password() {
        assertThat(profile("member", "Surgery", "", false))
                .contains("Surgery, as the licence desk vouches", "name=\"currentPassword\"", "name=\"passwordAgain\"");
        assertThat(profile("analyst", "", "County Health", false))
                .contains("analysts of County Health", "name=\"currentPassword\"")
                .doesNotContain("licence desk");
        assertThat(profile("operator", "", "", false))
                .contains("operators of this instance", "name=\"currentPassword\"");
    }

    @Test
    void a_change_is_confirmed_in_words() {
        assertThat(profile("member", "Surgery", "", true)).contains("role=\"status\">Your password is changed.");
        assertThat(profile("member", "Surgery", "", false)).doesNotContain("role=\"status\"");
    }

    private String profile(String role, String specialty, String client, boolean changed) {
        Frame frame = new Frame("Profile", "heron", role, "", "");
        return Rendered.page(pages, "profile.jte", new Profile(frame, specialty, client, changed, Form.EMPTY));
    }
}
