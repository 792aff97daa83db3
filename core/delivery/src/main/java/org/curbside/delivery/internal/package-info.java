/** What goes out to members: digests and pushes, and when. */
@NullMarked
package org.curbside.delivery.internal;

import org.jspecify.annotations.NullMarked;
