/** Brings each slice's schema up to date before its persistence unit starts. */
@NullMarked
package org.curbside.store.internal;

import org.jspecify.annotations.NullMarked;
