package org.curbside.content.planted;

import org.curbside.membership.planted.Pseudonym;

/** Planted: a slice that knows another. */
public interface SliceKnowingASlice {

    Pseudonym neighbour();
}
