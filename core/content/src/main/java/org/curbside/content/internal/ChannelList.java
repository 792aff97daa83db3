package org.curbside.content.internal;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Channels;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.specialty.Catalogues;
import org.curbside.content.internal.store.ChannelStore;
import org.curbside.spi.specialty.Guide;
import org.curbside.spi.specialty.SpecialtyCatalogue;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Makes channels of the specialties that catalogues bring, and keeps them. One channel is the house's own. */
@Component(service = {Channels.class, ChannelList.class})
public final class ChannelList implements Channels {

    private static final Channel ELSEWHERE = new Channel(
            Channel.ELSEWHERE,
            "From elsewhere",
            List.of(),
            List.of(),
            "",
            List.of(),
            List.of(),
            Guide.NONE,
            "What others wrote on another site, taken over by an operator. They are not verified here, and are not told what is"
                    + " advised.",
            true);

    private static final Comparator<Channel> BY_NAME = Comparator.comparing(Channel::name);

    private final ChannelStore store;
    private final Catalogues catalogues = new Catalogues();
    private final Map<String, Channel> byCode = new ConcurrentHashMap<>();

    /** With the channels that were kept. */
    @Activate
    public ChannelList(@Reference ChannelStore store) {
        this.store = store;
        store.all().forEach(this::show);
        show(Practice.CHANNEL);
    }

    /** A catalogue has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public synchronized void addCatalogue(SpecialtyCatalogue catalogue, Map<String, Object> properties) {
        catalogues.add(catalogue, properties);
        List<Channel> changed = changed();
        store.keep(changed);
        changed.forEach(this::show);
    }

    /** A catalogue has gone. Its channels stay, in its words or in another's. */
    public synchronized void removeCatalogue(SpecialtyCatalogue catalogue, Map<String, Object> properties) {
        catalogues.remove(properties);
        changed().forEach(this::show);
    }

    private List<Channel> changed() {
        return catalogues.specialties().stream()
                .map(Channel::of)
                .filter(channel -> !channel.equals(byCode.get(channel.code())))
                .toList();
    }

    private void show(Channel channel) {
        byCode.put(channel.code(), channel);
    }

    @Override
    public List<Channel> channels() {
        return byCode.values().stream().sorted(BY_NAME).toList();
    }

    @Override
    public String name(String code) {
        Channel channel = byCode.get(code);
        if (channel == null) {
            return code.equals(IssuerKey.PROFESSION) ? "Physician" : code;
        }
        return channel.name();
    }

    /** The codes of the channels to which a specialty has something to say: its own, its parts, its whole, and its neighbours. */
    Set<String> around(String code) {
        Channel own = byCode.get(code);
        if (own == null) {
            return byCode.values().stream()
                    .filter(channel -> !channel.walled())
                    .map(Channel::code)
                    .collect(Collectors.toSet());
        }
        Set<String> around = new HashSet<>(own.neighbours());
        around.add(code);
        around.add(own.broader());
        byCode.values().stream()
                .filter(channel -> channel.broader().equals(code))
                .map(Channel::code)
                .forEach(around::add);
        return around;
    }

    /** The channel of what others wrote elsewhere, which is there from the first time on. */
    String imported() {
        store.keep(List.of(ELSEWHERE));
        show(ELSEWHERE);
        return Channel.ELSEWHERE;
    }

    /** The code of a channel in which one can ask, or a refusal. */
    String check(@Nullable String code) {
        if (code == null || code.equals(Channel.ELSEWHERE) || !byCode.containsKey(code)) {
            throw Refusal.invalid("no-such-specialty", "specialty", "Choose one of the specialties in the list.");
        }
        return code;
    }
}
