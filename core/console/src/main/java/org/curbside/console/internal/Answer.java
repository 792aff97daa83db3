package org.curbside.console.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.guard.AddOn;
import org.curbside.api.guard.Catalogue;
import org.curbside.api.refusal.Refusal;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** How commands reach a slice and say what it answered. */
final class Answer {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Answer() {}

    /** Asks a slice; its refusal, or its absence, becomes the command's failure in plain words. */
    static <S, R> R of(BundleContext context, Class<S> service, Function<S, R> question) {
        ServiceReference<S> reference = context.getServiceReference(service);
        if (reference == null) {
            throw new IllegalStateException("This part of Curbside is not running; see curbside:status");
        }
        try {
            return question.apply(Objects.requireNonNull(context.getService(reference)));
        } catch (Refusal refusal) {
            throw new IllegalArgumentException(refusal.sentence());
        } finally {
            context.ungetService(reference);
        }
    }

    /** Asks a slice without minding whether it is there. */
    static <S, R> Optional<R> ofWhoeverIsThere(BundleContext context, Class<S> service, Function<S, R> question) {
        return context.getServiceReference(service) == null
                ? Optional.empty()
                : Optional.of(of(context, service, question));
    }

    /** A jar by its path, or by the name under which a feature repository has it. */
    static Path jar(BundleContext context, String fileOrName) {
        boolean name = fileOrName.matches("[A-Za-z0-9._-]+") && !fileOrName.endsWith(".jar");
        return name ? of(context, Catalogue.class, catalogue -> catalogue.fetch(fileOrName)) : whole(fileOrName);
    }

    /** Curbside reads it, and was started somewhere else than the command was typed. */
    static Path whole(String file) {
        Path path = Path.of(file);
        if (!path.isAbsolute()) {
            throw new IllegalArgumentException("Give the whole path of " + file + ", for it is Curbside that opens it");
        }
        return path;
    }

    /** Reads what a command with {@code --json} printed into a file. */
    static <T> T read(Path file, Class<T> type) throws IOException {
        return JSON.readValue(file.toFile(), type);
    }

    /** Whoever sits at the console, by the name under which they came in. */
    static String who(Session session) {
        return Objects.requireNonNullElse(session.get("USER"), "somebody") + " (console)";
    }

    /** Says what takes some seconds, or up to a minute. */
    static void trying(Session session, Path jar) {
        session.getConsole().println("Examining " + jar.getFileName() + "; that takes some seconds.");
        session.getConsole().flush();
    }

    /** What became of an add-on that was installed. */
    static String sentence(AddOn now) {
        String addOn = now.name() + " " + now.version();
        return now.problem()
                .map(problem -> addOn + " is installed, and does not work. " + problem)
                .orElse(addOn + " runs.");
    }

    /** Such as "1 letter" or "2 letters". */
    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    static void json(Session session, Object answer) throws JsonProcessingException {
        session.getConsole().println(JSON.writeValueAsString(answer));
    }
}
