package org.curbside.store.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.curbside.api.event.Event;

/** Events as they are kept. A component that a newer version added is ignored by an older one. */
final class EventJson {

    private final ObjectMapper mapper = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    String write(Event event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not a record of plain values: " + event.getClass(), e);
        }
    }

    <E extends Event> E read(String json, Class<E> type) throws JsonProcessingException {
        return mapper.readValue(json, type);
    }
}
