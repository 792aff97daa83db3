/** What is in bad add-ons. It is written into their jars and loaded from there. */
@NullMarked
package org.curbside.testkit.bad.planted;

import org.jspecify.annotations.NullMarked;
