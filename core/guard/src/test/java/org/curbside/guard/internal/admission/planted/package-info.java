/** Add-ons that are wrong in one way each; a test packs one into a jar. */
@NullMarked
package org.curbside.guard.internal.admission.planted;

import org.jspecify.annotations.NullMarked;
