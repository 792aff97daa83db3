package org.curbside.api.planted;

import org.curbside.content.planted.SliceKnowingASlice;

/** Planted: its method returns a class of a slice. */
public interface ApiKnowingASlice {

    SliceKnowingASlice slice();
}
