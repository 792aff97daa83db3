package org.curbside.content.internal.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The public dump of a site of Stack Exchange: files of rows whose values are attributes. */
public final class StackExchangeDump {

    private static final String QUESTION = "1";
    private static final String ANSWER = "2";
    private static final String FOR = "2";
    private static final String AGAINST = "3";

    private static final String COMMENTS = "Comments.xml";

    private final Path folder;

    /** In that folder. */
    public StackExchangeDump(Path folder) {
        this.folder = folder;
    }

    /** Votes for and against a post. */
    public record Votes(int agree, int disagree) {
        /** Nobody voted. */
        public static final Votes NONE = new Votes(0, 0);

        Votes and(Votes more) {
            return new Votes(agree + more.agree, disagree + more.disagree);
        }
    }

    /**
     * A question, or an answer to one.
     *
     * @param parent the question's id, or 0
     * @param accepted the accepted answer's id, or 0
     * @param owner the author's number on the site, or 0
     * @param ownerName how an author without a number is called, or empty
     * @param title of a question, else empty
     * @param html the text
     */
    public record Post(
            long id,
            long parent,
            long accepted,
            int score,
            long owner,
            String ownerName,
            Instant written,
            String title,
            List<String> topics,
            String html) {

        /** Whether it is a question. */
        public boolean isQuestion() {
            return parent == 0;
        }
    }

    /**
     * A comment on a post.
     *
     * @param post the id of the question or answer
     * @param owner the author's number on the site, or 0
     * @param ownerName how an author without a number is called, or empty
     * @param text with the site's few marks, and no HTML
     */
    public record Remark(long id, long post, long owner, String ownerName, Instant written, String text) {}

    /** How authors are called, by their numbers. */
    public Map<Long, String> names() throws IOException {
        Map<Long, String> names = new HashMap<>();
        read("Users.xml", row -> names.put(number(row, "Id"), row.apply("DisplayName")));
        return names;
    }

    /** The votes that were given, by post. */
    public Map<Long, Votes> votes() throws IOException {
        Map<Long, Votes> votes = new HashMap<>();
        read("Votes.xml", row -> {
            String kind = row.apply("VoteTypeId");
            if (kind.equals(FOR) || kind.equals(AGAINST)) {
                Votes one = kind.equals(FOR) ? new Votes(1, 0) : new Votes(0, 1);
                votes.merge(number(row, "PostId"), one, Votes::and);
            }
        });
        return votes;
    }

    /** Questions and answers, in the order of the file; an answer comes after its question. */
    public void posts(Consumer<Post> reader) throws IOException {
        read("Posts.xml", row -> {
            String kind = row.apply("PostTypeId");
            if (kind.equals(QUESTION) || kind.equals(ANSWER)) {
                reader.accept(new Post(
                        number(row, "Id"),
                        kind.equals(ANSWER) ? number(row, "ParentId") : 0,
                        number(row, "AcceptedAnswerId"),
                        (int) number(row, "Score"),
                        number(row, "OwnerUserId"),
                        row.apply("OwnerDisplayName"),
                        instant(row, "CreationDate"),
                        row.apply("Title"),
                        topics(row.apply("Tags")),
                        row.apply("Body")));
            }
        });
    }

    /** Comments, in the order of the file; of a dump without any, none. */
    public void comments(Consumer<Remark> reader) throws IOException {
        if (!Files.exists(folder.resolve(COMMENTS))) {
            return;
        }
        read(
                COMMENTS,
                row -> reader.accept(new Remark(
                        number(row, "Id"),
                        number(row, "PostId"),
                        number(row, "UserId"),
                        row.apply("UserDisplayName"),
                        instant(row, "CreationDate"),
                        row.apply("Text"))));
    }

    /** Older dumps write &lt;a&gt;&lt;b&gt;, newer ones |a|b|. */
    private static List<String> topics(String tags) {
        return Stream.of(tags.split("[<>|]"))
                .filter(tag -> !tag.isBlank())
                .map(tag -> tag.replace('-', ' '))
                .toList();
    }

    private static long number(UnaryOperator<String> row, String name) {
        String value = row.apply(name);
        return value.isEmpty() ? 0 : Long.parseLong(value);
    }

    private static Instant instant(UnaryOperator<String> row, String name) {
        return LocalDateTime.parse(row.apply(name)).toInstant(ZoneOffset.UTC);
    }

    /** Hands on each row as a function from names to values; what is not there is empty. */
    private void read(String name, Consumer<UnaryOperator<String>> reader) throws IOException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (InputStream file = Files.newInputStream(folder.resolve(name))) {
            XMLStreamReader rows = factory.createXMLStreamReader(file);
            while (rows.hasNext()) {
                if (rows.next() == XMLStreamConstants.START_ELEMENT
                        && rows.getLocalName().equals("row")) {
                    reader.accept(attribute -> Objects.requireNonNullElse(rows.getAttributeValue(null, attribute), ""));
                }
            }
        } catch (NumberFormatException | DateTimeParseException e) {
            throw new IOException(name + " has a number or a date in another form: " + e.getMessage(), e);
        } catch (XMLStreamException e) {
            throw new IOException(name + " is not the XML of a dump: " + e.getMessage(), e);
        }
    }
}
