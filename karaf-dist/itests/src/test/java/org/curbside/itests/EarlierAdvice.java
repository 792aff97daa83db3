package org.curbside.itests;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.curbside.api.content.Archive;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.SignIn;
import org.curbside.testkit.bundle.AddOnJar;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/**
 * Clients see complete weeks only, so what a test writes now shows next Monday. This is a bundle that takes over one
 * question and its advice from eight days ago, as an archive is taken over: the first member asked, the others advised.
 */
public final class EarlierAdvice implements BundleActivator {

    private static final Duration LAST_COMPLETE_WEEK = Duration.ofDays(8);
    private static final String TOPICS = "topics";
    private static final String SESSIONS = "sessions";

    /** Writes the bundle under that name; the members in it are signed in. */
    static Path bundle(String name, List<String> topics, List<Client> members) throws IOException {
        return AddOnJar.named(name, "1.0.0")
                .with("Bundle-Activator", EarlierAdvice.class.getName())
                .with("DynamicImport-Package", "*")
                .withClasses(EarlierAdvice.class.getClassLoader(), EarlierAdvice.class.getName())
                .withFile(TOPICS, String.join("\n", topics))
                .withFile(
                        SESSIONS,
                        String.join("\n", members.stream().map(Client::session).toList()))
                .writeTo(Files.createTempDirectory("archive").resolve(name + ".jar"));
    }

    @Override
    public void start(BundleContext context) throws IOException {
        Archive archive = service(context, Archive.class);
        SignIn signIn = service(context, SignIn.class);
        List<Member> members = lines(SESSIONS).stream()
                .map(session -> (Member) signIn.visitor(session).orElseThrow())
                .toList();
        Instant then = Instant.now().minus(LAST_COMPLETE_WEEK);
        NewQuestion asked = new NewQuestion(
                members.get(0).specialty(),
                "What was asked last week",
                "A question that was taken over from an archive.",
                lines(TOPICS),
                null,
                true);
        Question question = archive.ask(members.get(0), asked, then);
        for (Member adviser : members.subList(1, members.size())) {
            archive.comment(adviser, question.id(), "I would do the same.", then);
        }
    }

    @Override
    public void stop(BundleContext context) {}

    private static List<String> lines(String name) throws IOException {
        try (var in = Objects.requireNonNull(EarlierAdvice.class.getResourceAsStream("/" + name));
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static <T> T service(BundleContext context, Class<T> type) {
        return context.getService(context.getServiceReference(type));
    }
}
