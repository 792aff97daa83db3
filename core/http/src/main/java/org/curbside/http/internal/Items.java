package org.curbside.http.internal;

import java.util.List;

/** A list as a JSON object, so that it can grow members later. */
record Items<T>(List<T> items) {}
