package org.curbside.spi.specialty;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a {@link SpecialtyCatalogue} for good, so that a newer version replaces the older. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CatalogueId {

    String PREFIX_ = "curbside.specialty.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String id();
}
