package org.curbside.web.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.SliceAway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one job after the other, and remembers what the latest came to. */
final class Jobs implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final int KEPT = 50;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "curbside-web-jobs");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<Long, Job> latest = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Job> eldest) {
            return size() > KEPT;
        }
    };
    private long last;

    synchronized Job begin(String title, Supplier<Outcome> work) {
        Job job = new Job(++last, title, worker.submit(() -> done(work)));
        latest.put(job.number(), job);
        return job;
    }

    synchronized Optional<Job> find(long number) {
        return Optional.ofNullable(latest.get(number));
    }

    private static Outcome done(Supplier<Outcome> work) {
        try {
            return work.get();
        } catch (Refusal refusal) {
            return new Outcome.NotDone(refusal.sentence());
        } catch (SliceAway away) {
            return new Outcome.NotDone("This part is being updated. Try again in a moment.");
        } catch (RuntimeException | Error e) {
            LOG.error("An operator's job failed", e);
            return new Outcome.NotDone("It failed; data/log/karaf.log says where.");
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
