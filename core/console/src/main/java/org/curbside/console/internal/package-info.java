/** The operator's commands, {@code curbside:*}. */
@NullMarked
package org.curbside.console.internal;

import org.jspecify.annotations.NullMarked;
