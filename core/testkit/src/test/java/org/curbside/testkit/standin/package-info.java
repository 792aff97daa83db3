/** How sources on the network are asked. */
@NullMarked
package org.curbside.testkit.standin;

import org.jspecify.annotations.NullMarked;
