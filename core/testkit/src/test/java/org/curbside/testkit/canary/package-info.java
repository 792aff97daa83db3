/** The canary's trials on extensions that are right, and on some that are not. */
@NullMarked
package org.curbside.testkit.canary;

import org.jspecify.annotations.NullMarked;
