package org.curbside.api.notice;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Something that every visitor of this instance has to know, on every page. Register it as a service; while there is none,
 * which is the rule, nothing is said.
 */
@ConsumerType
public interface HouseNotice {

    /** One sentence, such as {@code Demonstration: everything here is made up.} */
    String sentence();
}
