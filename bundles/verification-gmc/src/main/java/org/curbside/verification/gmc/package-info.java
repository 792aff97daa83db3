/** The physicians of the register of the General Medical Council of the United Kingdom. */
@NullMarked
package org.curbside.verification.gmc;

import org.jspecify.annotations.NullMarked;
