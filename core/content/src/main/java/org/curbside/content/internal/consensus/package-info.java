/** What can be said of advice by how different colleagues rated it. Arithmetic only: nothing is stored or shown here. */
@NullMarked
package org.curbside.content.internal.consensus;

import org.jspecify.annotations.NullMarked;
