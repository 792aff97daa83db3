package org.curbside.content.internal;

import java.util.List;
import java.util.Optional;
import org.curbside.api.content.Image;
import org.curbside.api.content.Images;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Act;
import org.curbside.api.picture.Picture;
import org.curbside.content.internal.store.ImageStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes pictures for questions that were asked, and hands them out. */
@Component
public final class ImageDesk implements Images {

    private final ImageStore store;
    private final ChannelList channels;
    private final Screens screens;
    private final WritingGate gate;

    /** Over the store. */
    @Activate
    public ImageDesk(
            @Reference ImageStore store,
            @Reference ChannelList channels,
            @Reference Screens screens,
            @Reference WritingGate gate) {
        this.store = store;
        this.channels = channels;
        this.screens = screens;
        this.gate = gate;
    }

    /** Drawing takes longest, so it comes last, and outside of any transaction. */
    @Override
    public Question add(Member author, long question, NewImage image, boolean confirmed) {
        SentImage sent = SentImage.of(image, "");
        screens.check(List.of(sent.passage()), confirmed);
        store.refuseToAdd(author.id(), question);
        gate.use(author, Act.ANSWER);
        return store.add(author.id(), question, sent.redrawn(), channels::name);
    }

    @Override
    public Question remove(Member author, long question, int number) {
        gate.use(author, Act.ANSWER);
        return store.remove(author.id(), question, number, channels::name);
    }

    @Override
    public Optional<Picture> find(long question, int number) {
        return store.find(question, number, false);
    }

    @Override
    public List<Image> all(long question) {
        return store.all(question);
    }

    @Override
    public Optional<Picture> findAlsoHidden(long question, int number) {
        return store.find(question, number, true);
    }
}
