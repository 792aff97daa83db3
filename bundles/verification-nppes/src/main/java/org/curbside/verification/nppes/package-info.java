/** The national provider registry of the United States, from its monthly file. */
@NullMarked
package org.curbside.verification.nppes;

import org.jspecify.annotations.NullMarked;
