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
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.curbside.api.content.Archive;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.SignIn;
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
        Path jar = Files.createTempDirectory("archive").resolve(name + ".jar");
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Bundle-ManifestVersion", "2");
        attributes.putValue("Bundle-SymbolicName", name);
        attributes.putValue("Bundle-Activator", EarlierAdvice.class.getName());
        attributes.putValue("DynamicImport-Package", "*");
        String activator = EarlierAdvice.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = EarlierAdvice.class.getClassLoader().getResourceAsStream(activator)) {
            out.putNextEntry(new JarEntry(activator));
            in.transferTo(out);
            lines(out, TOPICS, topics);
            lines(out, SESSIONS, members.stream().map(Client::session).toList());
        }
        return jar;
    }

    private static void lines(JarOutputStream out, String name, List<String> lines) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
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
