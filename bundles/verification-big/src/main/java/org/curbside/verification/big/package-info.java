/** The BIG register of the Netherlands, asked by its public SOAP service. */
@NullMarked
package org.curbside.verification.big;

import org.jspecify.annotations.NullMarked;
