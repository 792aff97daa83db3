package org.curbside.content.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.curbside.api.content.Channel;
import org.curbside.api.content.Imports;
import org.curbside.api.content.Passage;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.content.internal.imports.HtmlText;
import org.curbside.content.internal.imports.Orders;
import org.curbside.content.internal.imports.StackExchangeDump;
import org.curbside.content.internal.imports.StackExchangeDump.Post;
import org.curbside.content.internal.imports.StackExchangeDump.Remark;
import org.curbside.content.internal.imports.StackExchangeDump.Votes;
import org.curbside.content.internal.store.CommentRow;
import org.curbside.content.internal.store.ImportStore;
import org.curbside.content.internal.store.QuestionRow;
import org.curbside.content.internal.store.Tally;
import org.curbside.spi.screening.Concern.Severity;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes over what others wrote elsewhere. */
@Component
public final class Importer implements Imports {

    /** Numbers below it are those of authors elsewhere; no member has one of them, nor a rating that was taken over. */
    private static final long NO_MEMBER = Long.MIN_VALUE / 2;

    private static final int LONGEST_NAME = 40;
    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(2);

    private final ImportStore store;
    private final ConsensusKeeper keeper;
    private final ChannelList channels;
    private final Screens screens;
    private final Clock clock;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /** As the platform runs it, on the system's clock. */
    @Activate
    public Importer(
            @Reference ImportStore store,
            @Reference ConsensusKeeper keeper,
            @Reference ChannelList channels,
            @Reference Screens screens) {
        this(store, keeper, channels, screens, Clock.systemUTC());
    }

    Importer(ImportStore store, ConsensusKeeper keeper, ChannelList channels, Screens screens, Clock clock) {
        this.store = store;
        this.keeper = keeper;
        this.channels = channels;
        this.screens = screens;
        this.clock = clock;
    }

    @Override
    public Report stackExchange(Path folder, @Nullable String channel, Consumer<Report> progress) throws IOException {
        if (!underWay.compareAndSet(false, true)) {
            throw Refusal.conflict(
                    "import-under-way",
                    "An import is under way, which goes on even if whoever began it left. Begin again when it has ended;"
                            + " what was taken over by then is not taken over twice.");
        }
        try {
            return load(folder, channel, progress);
        } finally {
            underWay.set(false);
        }
    }

    private Report load(Path folder, @Nullable String channel, Consumer<Report> progress) throws IOException {
        StackExchangeDump dump = new StackExchangeDump(folder);
        Path site = folder.toAbsolutePath().normalize().getFileName();
        String source = "stackexchange " + (site == null ? "" : site);
        String into = channel == null ? channels.imported() : channels.check(channel);
        Run run = new Run(source, into, dump.names(), dump.votes(), progress);
        dump.posts(run::take);
        dump.comments(run::take);
        return run.report(true);
    }

    /** One going through a dump. */
    private final class Run {
        private final String source;
        private final String comments;
        private final String channel;
        private final Map<Long, String> names;
        private final Map<Long, Votes> votes;
        private final Consumer<Report> progress;
        private final Map<Long, Long> accepted = new TreeMap<>();
        private final Map<String, Long> refused = new TreeMap<>();
        private final Orders orders = new Orders();
        private Instant told = clock.instant();
        private long questions;
        private long answers;
        private long replies;
        private long ratings;
        private long before;
        private long shortened;

        Run(String source, String channel, Map<Long, String> names, Map<Long, Votes> votes, Consumer<Report> progress) {
            this.source = source;
            this.comments = source + " comments";
            this.channel = channel;
            this.names = names;
            this.votes = votes;
            this.progress = progress;
        }

        void take(Post post) {
            if (post.isQuestion()) {
                accepted.put(post.id(), post.accepted());
            }
            Optional<Long> here = store.here(source, post.id());
            try {
                if (here.isPresent()) {
                    before++;
                } else if (post.isQuestion()) {
                    ask(post);
                } else {
                    here = Optional.of(answer(post));
                }
                if (!post.isQuestion()) {
                    compare(post);
                }
            } catch (Refusal refusal) {
                refused.merge(why(refusal), 1L, Long::sum);
            }
            tell();
        }

        /** What is said about a question has no place here: who knows too little to advise says so in advice. */
        void take(Remark remark) {
            try {
                if (store.here(comments, remark.id()).isPresent()) {
                    before++;
                } else if (accepted.containsKey(remark.post())) {
                    refused.merge("comment-on-a-question", 1L, Long::sum);
                } else {
                    reply(remark);
                }
            } catch (Refusal refusal) {
                refused.merge(why(refusal), 1L, Long::sum);
            }
            tell();
        }

        private void tell() {
            if (clock.instant().isAfter(told.plus(BETWEEN_REPORTS))) {
                told = clock.instant();
                progress.accept(report(false));
            }
        }

        /** By the first thing found where something was, for the name of the rule alone says too little of texts from elsewhere. */
        private static String why(Refusal refusal) {
            return refusal.findings().stream()
                    .filter(finding -> finding.severity() == Severity.BLOCK)
                    .findFirst()
                    .map(finding -> refusal.name() + " (" + finding.kind() + ")")
                    .orElse(refusal.name());
        }

        private void ask(Post post) {
            String title = Limits.TITLE.check(Limits.TITLE.cut(post.title()));
            String text = cut(Limits.TEXT, post);
            List<String> topics = TopicList.check(post.topics().stream()
                    .filter(Limits.TOPIC::fits)
                    .limit(TopicList.MOST)
                    .toList());
            Stream<Passage> named = topics.stream().map(topic -> new Passage("topics", topic));
            screens.check(
                    Stream.concat(Stream.of(new Passage("title", title), new Passage("text", text)), named)
                            .toList(),
                    true);
            store.store(
                    source,
                    post.id(),
                    new QuestionRow(author(post), channel, topics, title, text, null, written(post)));
            questions++;
        }

        private long answer(Post post) {
            long question = store.here(source, post.parent())
                    .orElseThrow(() -> Refusal.notFound("no-such-question", "Its question was not taken over."));
            Votes of = votes.getOrDefault(post.id(), Votes.NONE);
            String text = cut(Limits.COMMENT, post);
            screens.check(List.of(new Passage("text", text)), true);
            CommentRow row = new CommentRow(author(post), question, text, written(post));
            long here = store.store(source, post.id(), row, of.agree(), of.disagree());
            answers++;
            ratings += of.agree() + of.disagree();
            if (of.agree() + of.disagree() > 0) {
                keeper.takenOver(here, clock.instant());
            }
            return here;
        }

        private void reply(Remark remark) {
            long advice = store.here(source, remark.post())
                    .orElseThrow(() -> Refusal.notFound("no-such-comment", "Its answer was not taken over."));
            String text = Limits.REPLY.check(Limits.REPLY.cut(remark.text()));
            shortened += text.equals(remark.text().strip()) ? 0 : 1;
            screens.check(List.of(new Passage("text", text)), true);
            Member author = author(remark.owner(), remark.ownerName());
            store.reply(
                    comments,
                    remark.id(),
                    author,
                    advice,
                    text,
                    remark.written().truncatedTo(ChronoUnit.MICROS));
            replies++;
        }

        private void compare(Post post) {
            Votes of = votes.getOrDefault(post.id(), Votes.NONE);
            double score = RatingScore.score(Tally.of(of.agree(), of.disagree()));
            boolean isAccepted = accepted.getOrDefault(post.parent(), 0L) == post.id();
            orders.add(post.parent(), new Orders.Answer(score, post.score(), isAccepted));
        }

        private String cut(Limits limit, Post post) {
            String whole = HtmlText.of(post.html());
            String text = limit.check(limit.cut(whole));
            shortened += text.equals(whole) ? 0 : 1;
            return text;
        }

        private Member author(Post post) {
            return author(post.owner(), post.ownerName());
        }

        private Member author(long number, String ownName) {
            String name = names.getOrDefault(number, ownName);
            int shortest = Math.min(name.codePointCount(0, name.length()), LONGEST_NAME);
            String shown = name.isBlank() ? "somebody" : name.substring(0, name.offsetByCodePoints(0, shortest));
            return new Member(NO_MEMBER - number, shown + " (imported)", Channel.ELSEWHERE);
        }

        private static Instant written(Post post) {
            return post.written().truncatedTo(ChronoUnit.MICROS);
        }

        Report report(boolean whole) {
            return new Report(
                    questions, answers, replies, ratings, before, shortened, refused, whole ? orders.compared() : null);
        }
    }
}
