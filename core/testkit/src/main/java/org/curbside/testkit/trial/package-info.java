/** What the contracts and the canary of admission both try on an extension; needs no test framework. */
@NullMarked
package org.curbside.testkit.trial;

import org.jspecify.annotations.NullMarked;
