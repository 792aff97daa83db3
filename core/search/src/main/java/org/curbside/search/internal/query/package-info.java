/** What members write to search, and what is made of it. */
@NullMarked
package org.curbside.search.internal.query;

import org.jspecify.annotations.NullMarked;
