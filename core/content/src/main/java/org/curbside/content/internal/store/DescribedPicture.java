package org.curbside.content.internal.store;

import org.curbside.api.picture.Picture;

/** A picture that was drawn anew, and what there is to see. */
public record DescribedPicture(Picture picture, String alt) {}
