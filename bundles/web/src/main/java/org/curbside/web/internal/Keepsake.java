package org.curbside.web.internal;

import jakarta.servlet.http.Cookie;
import org.curbside.api.membership.Turnstile;

/**
 * What a browser keeps for us. The session is the pseudonym's, the case key is the name's: the browser sends the second to the
 * licence desk's pages only, and holds it no longer once there is a first. Both go when it is closed. That somebody has signed in
 * here before stays half a year, and is sent to the sign-in page only, so never along with a name.
 */
enum Keepsake {
    SESSION(Turnstile.COOKIE, "/", Keepsake.UNTIL_CLOSED),
    CASE("curbside-case", "/verify", Keepsake.UNTIL_CLOSED),
    DEVICE("curbside-device", "/sign-in", Keepsake.HALF_A_YEAR);

    private static final int UNTIL_CLOSED = -1;
    private static final int HALF_A_YEAR = 180 * 24 * 60 * 60;
    private static final int NO_LONGER = 0;

    private final String cookie;
    private final String path;
    private final int maxAge;

    Keepsake(String cookie, String path, int maxAge) {
        this.cookie = cookie;
        this.path = path;
        this.maxAge = maxAge;
    }

    boolean isIn(Cookie sent) {
        return sent.getName().equals(cookie);
    }

    /** Out of reach of scripts and of other sites, and on a secure way only where there is one. */
    Cookie with(String value, boolean secure) {
        return cookie(value, maxAge, secure);
    }

    Cookie gone(boolean secure) {
        return cookie("", NO_LONGER, secure);
    }

    private Cookie cookie(String value, int age, boolean secure) {
        Cookie made = new Cookie(cookie, value);
        made.setPath(path);
        made.setMaxAge(age);
        made.setHttpOnly(true);
        made.setSecure(secure);
        made.setAttribute("SameSite", "Lax");
        return made;
    }
}
