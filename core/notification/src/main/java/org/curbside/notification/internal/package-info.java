/** What members subscribe to, and what they are told of. */
@NullMarked
package org.curbside.notification.internal;

import org.jspecify.annotations.NullMarked;
