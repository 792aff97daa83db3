package org.curbside.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.curbside.spi.poll.InvalidAnswer;
import org.curbside.spi.poll.Question;
import org.curbside.testkit.bad.planted.Thumbs;
import org.curbside.testkit.bundle.AddOnJar;

/** A poll type that takes its time with every ballot, so that there is always a slow call in it when it is replaced. */
public final class SlowPoll extends Thumbs {

    /** A ballot that it takes. */
    static final Map<String, List<String>> BALLOT = Map.of("thumb", List.of("up"));

    private static final long MILLIS = 200;

    /** As a bundle. */
    static Path write(Path folder) throws IOException {
        String type = SlowPoll.class.getName();
        return AddOnJar.named("bench-poll-slow", "1.0.0")
                .with(
                        "Import-Package",
                        "org.curbside.spi.poll;version=\"[1,2)\",org.curbside.spi.export;version=\"[1,2)\"")
                .withClasses(SlowPoll.class.getClassLoader(), type, Thumbs.class.getName())
                .offering("slow", "curbside.poll.type", "slow", "poll.PollType", type)
                .writeTo(folder.resolve("slow.jar"));
    }

    @Override
    public String read(Question question, Map<String, List<String>> submitted) throws InvalidAnswer {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(MILLIS));
        return super.read(question, submitted);
    }
}
