package org.curbside.identity.planted;

import org.curbside.api.event.Event;
import org.curbside.api.event.EventListener;

/** Planted: the licence desk hears what happens in the community. */
public interface DeskHearingMembers extends EventListener<Event> {}
