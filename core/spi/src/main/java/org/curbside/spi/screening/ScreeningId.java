package org.curbside.spi.screening;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a {@link Screening} for good: the audit of refused texts refers to it. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ScreeningId {

    String PREFIX_ = "curbside.screening.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String id();
}
