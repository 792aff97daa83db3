package org.curbside.content.planted;

import javax.sql.DataSource;

/** Planted: a slice that knows a database outside its store. */
public interface SliceKnowingSql {

    DataSource database();
}
