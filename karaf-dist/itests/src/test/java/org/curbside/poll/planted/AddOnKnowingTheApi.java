package org.curbside.poll.planted;

import org.curbside.api.content.Question;

/** Planted: an add-on that knows the api. */
public interface AddOnKnowingTheApi {

    Question question();
}
