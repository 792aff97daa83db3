package org.curbside.store.internal;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import org.flywaydb.core.api.resource.LoadableResource;

/** One migration script inside a bundle. */
final class Script extends LoadableResource {

    private final URL url;

    Script(URL url) {
        this.url = url;
    }

    @Override
    public Reader read() {
        try {
            return new InputStreamReader(url.openStream(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return url.getPath();
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return url.getPath();
    }

    @Override
    public String getFilename() {
        return url.getPath().substring(url.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public String getRelativePath() {
        return getFilename();
    }
}
