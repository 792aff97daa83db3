/** Pseudonymous accounts, sessions and roles. Knows no name of a person. */
@NullMarked
package org.curbside.membership.internal;

import org.jspecify.annotations.NullMarked;
