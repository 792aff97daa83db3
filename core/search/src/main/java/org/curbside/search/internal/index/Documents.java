package org.curbside.search.internal.index;

import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.curbside.api.content.Discussion;
import org.curbside.api.content.Question;

/** A discussion as the index keeps it: one document, for a physician looks for a question that was answered, and not for a post. */
final class Documents {

    /** With where each word stands, so that a hit can be shown without taking the text apart again. */
    private static final FieldType SEARCHED = searched();

    private Documents() {}

    private static FieldType searched() {
        FieldType type = new FieldType();
        type.setStored(true);
        type.setTokenized(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.freeze();
        return type;
    }

    static Document of(Discussion discussion) {
        Question question = discussion.question();
        Document document = new Document();
        document.add(new StringField(Fields.ID, "" + question.id(), Field.Store.YES));
        document.add(new LongPoint(Fields.NUMBER, question.id()));
        document.add(new LongField(Fields.ASKED, question.asked().toEpochMilli(), Field.Store.YES));
        document.add(new StringField(Fields.CHANNEL, question.channel(), Field.Store.YES));
        document.add(new StoredField(Fields.AUTHOR, question.author().pseudonym()));
        document.add(new StoredField(Fields.EXPERTISE, question.author().specialty()));
        document.add(new StoredField(Fields.COMMENTS, discussion.advice().size()));
        document.add(new Field(Fields.TITLE, question.title(), SEARCHED));
        document.add(new Field(Fields.TEXT, question.text(), SEARCHED));
        question.topics().forEach(topic -> {
            document.add(new Field(Fields.TOPICS, topic, SEARCHED));
            document.add(new StringField(Fields.TOPIC, topic, Field.Store.NO));
        });
        if (question.conclusion() != null) {
            document.add(new Field(Fields.CONCLUSION, question.conclusion().text(), SEARCHED));
        }
        if (!discussion.imported()) {
            by(document, question.author().pseudonym());
        }
        discussion.advice().forEach(advice -> advise(document, advice));
        discussion.replies().forEach(reply -> advise(document, reply));
        is(document, question.conclusion() == null ? Fields.OPEN : Fields.CLOSED);
        if (question.poll() != null) {
            is(document, Fields.POLL);
        }
        if (discussion.advice().stream()
                .allMatch(advice ->
                        advice.author().pseudonym().equals(question.author().pseudonym()))) {
            is(document, Fields.UNANSWERED);
        }
        return document;
    }

    /** What was replied to advice is found in its place. */
    private static void advise(Document document, Discussion.Contribution advice) {
        document.add(new Field(Fields.ADVICE, advice.text(), SEARCHED));
        document.add(new StoredField(Fields.ADVICE_ID, advice.id()));
        if (!advice.imported()) {
            by(document, advice.author().pseudonym());
        }
    }

    private static void by(Document document, String pseudonym) {
        document.add(new StringField(Fields.BY, pseudonym.toLowerCase(Locale.ROOT), Field.Store.NO));
    }

    private static void is(Document document, String what) {
        document.add(new StringField(Fields.IS, what, Field.Store.YES));
    }
}
