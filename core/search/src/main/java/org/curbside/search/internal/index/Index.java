package org.curbside.search.internal.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;
import org.curbside.api.content.Discussion;

/**
 * One index on disk. What is put in is found after {@link #refresh()}, and survives after {@link #commit()}; with every commit goes the
 * position of the last event that it has followed, so that after a crash it is gone on with from there. One thread at a time writes.
 */
public final class Index implements AutoCloseable {

    /** Changes with what is kept and how texts are taken apart; an index of another is made anew. */
    static final String SCHEMA = "1";

    private static final double BUFFER_MB = 16;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;
    private volatile long position;
    private volatile boolean whole;
    private boolean changed;

    private Index(Path folder, Directory directory, Analyzer analyzer, Map<String, String> committed)
            throws IOException {
        this.folder = folder;
        this.directory = directory;
        this.writer = new IndexWriter(directory, new IndexWriterConfig(analyzer).setRAMBufferSizeMB(BUFFER_MB));
        this.searchers = new SearcherManager(writer, null);
        this.position = Long.parseLong(committed.getOrDefault("position", "0"));
        this.whole = Boolean.parseBoolean(committed.get("whole"));
    }

    /**
     * Opens the one in that folder, or makes an empty one.
     *
     * @throws IOException when it cannot be read, or is of another schema
     */
    @SuppressWarnings("resource") // the index closes its directory
    public static Index open(Path folder, Analyzer analyzer) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            Map<String, String> committed = DirectoryReader.indexExists(directory)
                    ? SegmentInfos.readLatestCommit(directory).getUserData()
                    : Map.of("schema", SCHEMA);
            if (!SCHEMA.equals(committed.get("schema"))) {
                throw new IOException("It is of schema " + committed.get("schema") + ", not " + SCHEMA);
            }
            return new Index(folder, directory, analyzer, committed);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Puts in a discussion, in place of what it was before. */
    public void put(Discussion discussion) throws IOException {
        writer.updateDocument(id(discussion.question().id()), Documents.of(discussion));
        changed = true;
    }

    /** Puts in a discussion that cannot be in it yet. */
    public void add(Discussion discussion) throws IOException {
        writer.addDocument(Documents.of(discussion));
        changed = true;
    }

    /** Takes out what was said on these questions. */
    public void remove(Collection<Long> questions) throws IOException {
        writer.deleteDocuments(questions.stream().map(Index::id).toArray(Term[]::new));
        changed = true;
    }

    private static Term id(long question) {
        return new Term(Fields.ID, "" + question);
    }

    /** It has followed all events up to there. */
    public void reached(long event) {
        position = event;
    }

    /** Nothing is missing in it any more. */
    public void complete() {
        whole = true;
        changed = true;
    }

    /** Shows what was put in to searches that begin from now on. */
    public void refresh() throws IOException {
        searchers.maybeRefreshBlocking();
    }

    /** Makes what was put in survive. */
    public void commit() throws IOException {
        if (changed) {
            writer.setLiveCommitData(Map.of("schema", SCHEMA, "position", "" + position, "whole", "" + whole)
                    .entrySet());
            writer.commit();
            changed = false;
        }
    }

    /** Searches in it as it was shown last. */
    public <T> T search(Question<T> question) throws IOException {
        IndexSearcher searcher = searchers.acquire();
        try {
            return question.ask(searcher);
        } finally {
            searchers.release(searcher);
        }
    }

    /** The largest id of a question in it; 0 if there is none. */
    public long newest() throws IOException {
        return search(searcher -> {
            long newest = 0;
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                PointValues numbers = leaf.reader().getPointValues(Fields.NUMBER);
                if (numbers != null) {
                    newest = Math.max(newest, LongPoint.decodeDimension(numbers.getMaxPackedValue(), 0));
                }
            }
            return newest;
        });
    }

    /** How many questions searches find. */
    public long size() throws IOException {
        return search(searcher -> (long) searcher.getIndexReader().numDocs());
    }

    /** Up to which event it has followed. */
    public long position() {
        return position;
    }

    /** Whether nothing is missing in it. */
    public boolean whole() {
        return whole;
    }

    /** Whether it cannot be written to any more, after a failure. */
    public boolean broken() {
        return !writer.isOpen();
    }

    Path folder() {
        return folder;
    }

    /** Commits and closes; searches that have begun come to their end. */
    @Override
    public void close() throws IOException {
        try {
            if (writer.isOpen()) {
                commit();
            }
        } finally {
            IOUtils.close(searchers, writer, directory);
        }
    }

    /** What is asked of it. */
    @FunctionalInterface
    public interface Question<T> {

        /** Asks. */
        T ask(IndexSearcher searcher) throws IOException;
    }
}
