package org.curbside.web.internal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Renders the pages of {@code src/main/jte}, which are compiled into this bundle. */
final class Pages {

    // without a class folder, even an unused one, the engine ignores the class loader
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            Path.of("unused"), ContentType.Html, Pages.class.getClassLoader(), "org.curbside.web.internal.pages");

    Pages() {
        engine.setBinaryStaticContent(true);
    }

    /** Answers with a page. Nothing is sent before all of it has been rendered. */
    void send(HttpServletResponse response, int status, String page, Object model) throws IOException {
        Utf8ByteOutput out = render(page, model);
        ByteArrayOutputStream whole = new ByteArrayOutputStream(out.getContentLength());
        out.writeTo(whole);
        response.setStatus(status);
        response.setContentType("text/html; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(out.getContentLength());
        try (OutputStream body = response.getOutputStream()) {
            whole.writeTo(body); // at once, for a page has hundreds of parts
        }
    }

    Utf8ByteOutput render(String page, Object model) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        engine.render(page, model, out);
        return out;
    }
}
