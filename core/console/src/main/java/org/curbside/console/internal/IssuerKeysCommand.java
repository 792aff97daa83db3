package org.curbside.console.internal;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.curbside.api.credential.IssuerKey;
import org.curbside.api.credential.IssuerKeys;
import org.curbside.api.membership.Accounts;
import org.jspecify.annotations.NullUnmarked;
import org.osgi.framework.BundleContext;

/**
 * {@code curbside:issuer-keys}: the licence desk's directory of keys, as it is where this runs. A desk that runs by itself tells the
 * community nothing; its operator brings what this prints there with {@code --json}.
 */
@Service
@Command(
        scope = "curbside",
        name = "issuer-keys",
        description =
                "Shows the keys that the licence desk signs credentials with, or brings those of a desk elsewhere")
@NullUnmarked
public final class IssuerKeysCommand implements Action {

    @Option(name = "--json", description = "Print one JSON object, which is also the file for --bring")
    private boolean json;

    @Option(name = "--bring", description = "A file with what this printed at the licence desk, by its whole path")
    private String file;

    @Reference
    private BundleContext context;

    @Reference
    private Session session;

    @Override
    public Object execute() throws Exception {
        if (file != null) {
            List<IssuerKey> brought = read();
            int fresh = Answer.of(context, Accounts.class, accounts -> accounts.bring(brought));
            if (json) {
                Answer.json(session, Map.of("keys", brought.size(), "new", fresh));
            } else {
                session.getConsole().println(Answer.count(brought.size(), "key") + ", " + fresh + " of them new");
            }
            return null;
        }
        List<IssuerKey> keys = Answer.ofWhoeverIsThere(context, IssuerKeys.class, IssuerKeys::directory)
                .orElseGet(() -> Answer.of(context, Accounts.class, Accounts::directory));
        if (json) {
            Answer.json(session, new Directory(keys.stream().map(Entry::of).toList()));
            return null;
        }
        keys.forEach(key -> session.getConsole().printf("%s  %-12s %s%n", key.epoch(), key.group(), key.chain()));
        session.getConsole().println(Answer.count(keys.size(), "key"));
        return null;
    }

    private List<IssuerKey> read() {
        try {
            return Answer.read(Answer.whole(file), Directory.class).items().stream()
                    .map(Entry::key)
                    .toList();
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "The file is not what curbside:issuer-keys --json prints at the licence desk", e);
        }
    }

    record Directory(List<Entry> items) {}

    /** As the JSON API shows it too. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Entry(String group, String epoch, String spki, String chain) {

        static Entry of(IssuerKey key) {
            return new Entry(key.group(), key.epoch().toString(), key.spki(), key.chain());
        }

        IssuerKey key() {
            return new IssuerKey(group, LocalDate.parse(epoch), spki, chain);
        }
    }
}
