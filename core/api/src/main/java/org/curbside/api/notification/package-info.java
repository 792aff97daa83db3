/** What members are told of: subscriptions, the inbox, and what happens while a page is open. */
@Export
@Version("1.0.0")
@NullMarked
package org.curbside.api.notification;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
