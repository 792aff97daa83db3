package org.curbside.web.internal;

import jakarta.servlet.http.Cookie;
import org.curbside.api.membership.Turnstile;

/**
 * What a browser keeps for us until it is closed. The session is the pseudonym's, the case key is the name's: the browser
 * sends the second to the licence desk's pages only, and holds it no longer once there is a first.
 */
enum Keepsake {
    SESSION(Turnstile.COOKIE, "/"),
    CASE("curbside-case", "/verify");

    private static final int UNTIL_CLOSED = -1;
    private static final int NO_LONGER = 0;

    private final String cookie;
    private final String path;

    Keepsake(String cookie, String path) {
        this.cookie = cookie;
        this.path = path;
    }

    boolean isIn(Cookie sent) {
        return sent.getName().equals(cookie);
    }

    /** Out of reach of scripts and of other sites, and on a secure way only where there is one. */
    Cookie with(String value, boolean secure) {
        return cookie(value, UNTIL_CLOSED, secure);
    }

    Cookie gone(boolean secure) {
        return cookie("", NO_LONGER, secure);
    }

    private Cookie cookie(String value, int maxAge, boolean secure) {
        Cookie made = new Cookie(cookie, value);
        made.setPath(path);
        made.setMaxAge(maxAge);
        made.setHttpOnly(true);
        made.setSecure(secure);
        made.setAttribute("SameSite", "Lax");
        return made;
    }
}
