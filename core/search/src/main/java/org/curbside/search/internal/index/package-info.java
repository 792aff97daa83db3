/** What is searched: a Lucene index of discussions. */
@NullMarked
package org.curbside.search.internal.index;

import org.jspecify.annotations.NullMarked;
