/** People whom the United States have excluded from federal health care programs. */
@NullMarked
package org.curbside.verification.leie;

import org.jspecify.annotations.NullMarked;
