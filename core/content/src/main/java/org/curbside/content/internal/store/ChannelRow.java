package org.curbside.content.internal.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.content.Channel;
import org.jspecify.annotations.Nullable;

/** A channel as it is kept, for when its catalogue is away. */
@Entity
@Table(name = "channel")
public class ChannelRow {

    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Id
    private String code;

    private String name;
    private String topics;
    private @Nullable String entry;

    /** For the persistence provider. */
    protected ChannelRow() {}

    /** As a catalogue describes it. */
    public ChannelRow(Channel channel) {
        this.code = channel.code();
        this.name = channel.name();
        this.topics = Topics.join(channel.topics());
        try {
            this.entry = JSON.writeValueAsString(channel);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A channel is lists and words", e);
        }
    }

    /** What may be seen of it. */
    public Channel channel() {
        if (entry == null) {
            return new Channel(code, name, Topics.split(topics));
        }
        try {
            return JSON.readValue(entry, Channel.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The channel " + code + " was kept in a form that is not known here", e);
        }
    }
}
