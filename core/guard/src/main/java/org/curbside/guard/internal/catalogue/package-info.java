/** Lists the add-ons that the feature repositories have. Nothing else in the guard knows where a jar may come from. */
@NullMarked
package org.curbside.guard.internal.catalogue;

import org.jspecify.annotations.NullMarked;
