package org.curbside.content.internal.store;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.curbside.api.content.Channel;

/** A channel as it is kept, for when its catalogue is away. */
@Entity
@Table(name = "channel")
public class ChannelRow {

    @Id
    private String code;

    private String name;
    private String topics;

    /** For the persistence provider. */
    protected ChannelRow() {}

    /** As a catalogue describes it. */
    public ChannelRow(Channel channel) {
        this.code = channel.code();
        this.name = channel.name();
        this.topics = Topics.join(channel.topics());
    }

    /** What may be seen of it. */
    public Channel channel() {
        return new Channel(code, name, Topics.split(topics));
    }
}
