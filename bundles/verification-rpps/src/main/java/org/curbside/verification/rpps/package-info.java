/** The physicians of the French national register, by its free download. */
@NullMarked
package org.curbside.verification.rpps;

import org.jspecify.annotations.NullMarked;
