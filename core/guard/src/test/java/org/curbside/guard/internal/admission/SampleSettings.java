package org.curbside.guard.internal.admission;

import java.lang.annotation.Annotation;
import java.nio.file.Path;

/** As the operator's file would give them. */
@SuppressWarnings("ClassExplicitlyAnnotation")
record SampleSettings(String trusted, String unsigned, String allowed, String key) implements Settings {

    static Settings in(Path trusted, String unsigned) {
        return new SampleSettings("" + trusted, unsigned, "*", "" + trusted.resolveSibling("receipt.key"));
    }

    @Override
    public Class<? extends Annotation> annotationType() {
        return Settings.class;
    }
}
