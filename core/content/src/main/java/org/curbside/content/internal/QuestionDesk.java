package org.curbside.content.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.QuestionPage;
import org.curbside.api.content.Questions;
import org.curbside.content.internal.store.QuestionRow;
import org.curbside.content.internal.store.QuestionStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes questions and hands them out. */
@Component
public final class QuestionDesk implements Questions {

    private final QuestionStore store;
    private final Clock clock;

    /** As the platform runs it, on the system's clock. */
    @Activate
    public QuestionDesk(@Reference QuestionStore store) {
        this(store, Clock.systemUTC());
    }

    QuestionDesk(QuestionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Question ask(NewQuestion question) {
        return store.store(new QuestionRow(
                Limits.SPECIALTY.check(question.specialty()),
                Limits.TITLE.check(question.title()),
                Limits.TEXT.check(question.text()),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    @Override
    public Optional<Question> find(long id) {
        return store.find(id);
    }

    @Override
    public QuestionPage latest(Optional<String> specialty, long before, int limit) {
        int size = Math.max(1, Math.min(limit, MAX_PAGE));
        List<Question> found = store.latest(specialty, before, size + 1);
        if (found.size() <= size) {
            return new QuestionPage(found, OptionalLong.empty());
        }
        return new QuestionPage(
                found.subList(0, size), OptionalLong.of(found.get(size - 1).id()));
    }
}
