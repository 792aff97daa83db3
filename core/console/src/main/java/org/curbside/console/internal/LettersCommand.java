package org.curbside.console.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.paging.Page;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/**
 * {@code curbside:letters}: the letters that prove possession of a licence, with their codes; with {@code --pdf FILE} those that
 * were not printed before, ready to print, and with {@code --batch NUMBER} once more those of a batch.
 */
@Service
@Command(scope = "curbside", name = "letters", description = "Shows the letters with their codes, or prints them")
@NullUnmarked
public final class LettersCommand implements Action {

    @Option(name = "--pdf", description = "Write the new letters to this file, one page each; give its whole path")
    private String pdf;

    @Option(name = "--batch", description = "With --pdf: print a batch again")
    private long batch;

    @Option(name = "--json", description = "Print one JSON object")
    private boolean json;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (pdf != null) {
            print(Answer.whole(pdf));
            return null;
        }
        List<Letter> letters = Answer.of(
                context, DeskOffice.class, office -> Page.every(0, after -> office.letters(after, Page.MOST)));
        if (json) {
            Answer.json(session, Map.of("letters", letters));
            return null;
        }
        letters.forEach(letter -> session.getConsole()
                .printf(
                        "No. %d, valid until %s%n  %s%n  Code: %s%n%n",
                        letter.number(), letter.expires(), String.join("\n  ", letter.lines()), letter.code()));
        session.getConsole().println(Answer.count(letters.size(), "letter"));
        return null;
    }

    /** Nothing is made when the file could not be written; what was made can be printed again whatever happens. */
    private void print(Path file) throws IOException {
        if (!Files.isWritable(Objects.requireNonNullElse(file.getParent(), file))) {
            throw new IllegalArgumentException("Nothing can be written to the folder of " + file);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long number = Answer.of(context, DeskOffice.class, office -> {
            long printed = batch == 0 ? office.batch(Answer.who(session)).number() : batch;
            office.print(printed, out);
            return printed;
        });
        Files.write(file, out.toByteArray());
        if (json) {
            Answer.json(session, Map.of("batch", number, "file", file.toString()));
        } else {
            session.getConsole()
                    .println("Batch " + number + " is in " + file + ". To print it again: --batch " + number);
        }
    }
}
