/** The Federation of State Medical Boards of the United States, asked by its API. */
@NullMarked
package org.curbside.verification.fsmb;

import org.jspecify.annotations.NullMarked;
