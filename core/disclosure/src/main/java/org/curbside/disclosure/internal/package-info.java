/** Clients, the gate and what passes it. */
@NullMarked
package org.curbside.disclosure.internal;

import org.jspecify.annotations.NullMarked;
