package org.curbside.spi.planted;

import org.curbside.api.content.Question;

/** Planted: {@link Question} is of the api. */
public interface SpiKnowingTheApi {

    Question question();
}
