/** How subscriptions, the inbox and what happened are kept. */
@NullMarked
package org.curbside.notification.internal.store;

import org.jspecify.annotations.NullMarked;
