/** An add-on's first start, in a process of its own: the platform runs it before it admits the add-on. */
@NullMarked
package org.curbside.testkit.canary;

import org.jspecify.annotations.NullMarked;
