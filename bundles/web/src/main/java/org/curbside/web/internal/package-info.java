/** The physicians' pages, rendered on the server and usable without script. */
@NullMarked
package org.curbside.web.internal;

import org.jspecify.annotations.NullMarked;
