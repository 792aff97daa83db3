/** Polls, secret ballots and tallies. */
@NullMarked
package org.curbside.polling.internal;

import org.jspecify.annotations.NullMarked;
