package org.curbside.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A page as the browser gets it. */
final class Rendered {

    private Rendered() {}

    static String page(Pages pages, String template, Object model) {
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        try {
            pages.render(template, model).writeTo(sent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sent.toString(StandardCharsets.UTF_8);
    }
}
