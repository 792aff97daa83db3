package org.curbside.web.planted;

import org.curbside.content.planted.SliceKnowingASlice;

/** Planted: a door that knows a slice. */
public interface DoorKnowingASlice {

    SliceKnowingASlice slice();
}
