package org.curbside.spi.verification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a registry for good: stored findings refer to it, so it never changes. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface RegistryId {

    String PREFIX_ = "curbside.registry.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String id();
}
