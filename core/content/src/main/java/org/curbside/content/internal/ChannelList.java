package org.curbside.content.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes channels of the specialties that catalogues bring, and keeps them. */
@Component(service = {Channels.class, ChannelList.class})
public final class ChannelList implements Channels {

    /** The specialty, and the channel, of what others wrote elsewhere. */
    static final String ELSEWHERE = "elsewhere";

    private final ChannelStore store;
    private final Map<String, Channel> byCode = new ConcurrentHashMap<>();

    /** With the channels that were kept. */
    @Activate
    public ChannelList(@Reference ChannelStore store) {
        this.store = store;
        store.all().forEach(channel -> byCode.put(channel.code(), channel));
    }

    /** A catalogue has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCatalogue(SpecialtyCatalogue catalogue) {
        List<Channel> channels = catalogue.specialties().stream()
                .map(specialty -> new Channel(specialty.code(), specialty.name(), specialty.topics()))
                .filter(channel -> !channel.equals(byCode.get(channel.code())))
                .toList();
        store.keep(channels);
        channels.forEach(channel -> byCode.put(channel.code(), channel));
    }

    /** A catalogue has gone; its channels stay. */
    public void removeCatalogue(SpecialtyCatalogue catalogue) {
        // what was asked in them is still there
    }

    @Override
    public List<Channel> channels() {
        return store.all();
    }

    @Override
    public String name(String code) {
        Channel channel = byCode.get(code);
        if (channel == null) {
            return code.equals(IssuerKey.PROFESSION) ? "Physician" : code;
        }
        return channel.name();
    }

    /** The channel of what others wrote elsewhere, which is there from the first time on. */
    String imported() {
        Channel channel = new Channel(ELSEWHERE, "From elsewhere", List.of());
        store.keep(List.of(channel));
        byCode.put(ELSEWHERE, channel);
        return ELSEWHERE;
    }

    /** The code of a channel that is there, or a refusal. */
    String check(@Nullable String code) {
        if (code == null || !byCode.containsKey(code)) {
            throw Refusal.invalid("no-such-specialty", "specialty", "Choose one of the specialties in the list.");
        }
        return code;
    }
}
