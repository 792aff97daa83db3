package org.curbside.membership.planted;

import org.curbside.identity.planted.Desk;

/** Planted: of the membership, and knows the desk. */
public interface KnowingBoth {

    Desk desk();
}
