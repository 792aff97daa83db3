package org.curbside.moderation.internal;

import java.util.function.Consumer;
import org.curbside.api.content.Posts;
import org.curbside.api.event.EventListener;
import org.curbside.api.membership.Bans;
import org.curbside.api.moderation.CaseMoved;
import org.curbside.api.moderation.Decision;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slices;
import org.curbside.moderation.internal.store.CaseRow;
import org.curbside.moderation.internal.store.CaseStore;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Makes posts and bans what the cases say. Whoever decides has it done at once; the event does it again, so that what was decided is done
 * even if everything ends in between.
 */
@Component(service = {EventListener.class, Enforcement.class})
public final class Enforcement implements EventListener<CaseMoved> {

    private final CaseStore cases;
    private final Consumer<CaseRow> posts;
    private final Consumer<CaseRow> bans;
    private final Runnable close;

    /** As the platform runs it. */
    @Activate
    public Enforcement(BundleContext context, @Reference CaseStore cases) {
        this(cases, new Slices(context));
    }

    private Enforcement(CaseStore cases, Slices slices) {
        this(cases, posts(slices), bans(slices), slices::close);
    }

    Enforcement(CaseStore cases, Consumer<CaseRow> posts, Consumer<CaseRow> bans, Runnable close) {
        this.cases = cases;
        this.posts = posts;
        this.bans = bans;
        this.close = close;
    }

    private static Consumer<CaseRow> posts(Slices slices) {
        var posts = slices.of(Posts.class);
        return row -> hide(posts.get(), row);
    }

    static void hide(Posts posts, CaseRow row) {
        if (row.isHidden()) {
            posts.hide(row.kind(), row.post(), row.placeholder());
        } else {
            posts.restore(row.kind(), row.post());
        }
    }

    private static Consumer<CaseRow> bans(Slices slices) {
        var bans = slices.of(Bans.class);
        return row -> ban(bans.get(), row);
    }

    static void ban(Bans bans, CaseRow row) {
        Decision decision = row.decision();
        if (decision == null) {
            return;
        }
        String by = decision.second() == null ? decision.by() : decision.by() + " and " + decision.second();
        try {
            bans.ban(by, row.pseudonym(), cut(decision.words(), 500));
        } catch (Refusal alreadyBanned) {
            if (alreadyBanned.kind() != Refusal.Kind.CONFLICT) {
                throw alreadyBanned;
            }
        }
    }

    private static String cut(String words, int most) {
        return words.codePointCount(0, words.length()) <= most
                ? words
                : words.substring(0, words.offsetByCodePoints(0, most - 2)) + " …";
    }

    @Deactivate
    void close() {
        close.run();
    }

    @Override
    public String name() {
        return "moderation.enforcement";
    }

    @Override
    public Class<CaseMoved> type() {
        return CaseMoved.class;
    }

    @Override
    public void on(long position, CaseMoved event) {
        enforce(event.id());
    }

    /** The latest case of a post says whether it is hidden. */
    void enforce(long id) {
        cases.latestBeside(id).ifPresent(posts);
        cases.find(id).filter(CaseRow::isBanned).ifPresent(bans);
    }
}
