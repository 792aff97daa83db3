package org.curbside.spi.poll;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** Names a {@link PollType} for good: stored polls refer to it, so it never changes. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PollTypeId {

    String PREFIX_ = "curbside.poll.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String type();

    /** What whoever asks chooses it by, such as {@code Agreement in five steps}; at most 80 characters. */
    String name();
}
