/** How letters are printed. */
@NullMarked
package org.curbside.identity.internal.letter;

import org.jspecify.annotations.NullMarked;
