/** The licence desk. Knows names and licences, and no pseudonym. */
@NullMarked
package org.curbside.identity.internal;

import org.jspecify.annotations.NullMarked;
