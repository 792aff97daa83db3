/** Loading registries that come as files. */
@NullMarked
package org.curbside.identity.internal.registry;

import org.jspecify.annotations.NullMarked;
