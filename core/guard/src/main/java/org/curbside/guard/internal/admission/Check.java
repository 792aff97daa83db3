package org.curbside.guard.internal.admission;

import org.curbside.api.guard.Finding;

/** One thing that must hold of a jar before it is let in. */
@FunctionalInterface
interface Check {

    Finding on(Candidate candidate);
}
