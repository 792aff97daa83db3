package org.curbside.spi.verification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a way of showing possession for good: cases remember by which they were shown, so it never changes. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ProofId {

    String PREFIX_ = "curbside.proof.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String id();
}
