/** The kit of bad add-ons, as files. */
@NullMarked
package org.curbside.testkit.bad;

import org.jspecify.annotations.NullMarked;
