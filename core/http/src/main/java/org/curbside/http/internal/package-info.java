/** The front door: the JSON API, the rules that hold for every request, and the health page. */
@NullMarked
package org.curbside.http.internal;

import org.jspecify.annotations.NullMarked;
