package org.curbside.content.planted;

import javax.persistence.EntityManager;

/** Planted: a slice that knows JPA outside its store. */
public interface SliceKnowingJpa {

    EntityManager entityManager();
}
