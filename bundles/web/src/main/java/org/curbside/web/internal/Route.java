package org.curbside.web.internal;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * A page and its address.
 *
 * @param address the whole path; numbers in its groups go to the page
 * @param takesFiles whether files come with that form
 * @param page serves GET and, if it takes a form, POST
 */
record Route(Pattern address, boolean takesForm, boolean takesFiles, Page page) {

    static Route shown(String address, Page page) {
        return new Route(Pattern.compile(address), false, false, page);
    }

    static Route form(String address, Page page) {
        return new Route(Pattern.compile(address), true, false, page);
    }

    /** What the server put aside of the files is deleted when the page is served. */
    static Route files(String address, Page page) {
        return new Route(Pattern.compile(address), true, true, page);
    }

    /** Serves a page. */
    interface Page {
        void serve(Exchange exchange) throws IOException;
    }
}
