package org.curbside.search.internal.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The folder of the indexes: the one that serves, and for a while the one that will. Each is in a numbered folder of its own. */
public final class Shelf {

    private static final Logger LOG = LoggerFactory.getLogger(Shelf.class);

    private final Path folder;
    private final Analyzer analyzer;

    /** In that folder, which is made when it is needed. */
    public Shelf(Path folder, Analyzer analyzer) {
        this.folder = folder;
        this.analyzer = analyzer;
    }

    /** The whole index that is there; whatever else is there is deleted, with a word in the log if it cannot be used. */
    public Optional<Index> take() throws IOException {
        Files.createDirectories(folder);
        Optional<Index> taken = Optional.empty();
        for (Path numbered : numbered()) {
            if (taken.isEmpty()) {
                taken = take(numbered);
            }
            if (taken.isEmpty() || !taken.get().folder().equals(numbered)) {
                delete(numbered);
            }
        }
        return taken;
    }

    private Optional<Index> take(Path numbered) {
        try {
            Index index = Index.open(numbered, analyzer);
            if (index.whole()) {
                return Optional.of(index);
            }
            index.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index in {} cannot be used, and is made anew: {}", numbered.getFileName(), "" + e);
        }
        return Optional.empty();
    }

    /** An empty one beside what is there. */
    public Index fresh() throws IOException {
        Files.createDirectories(folder);
        int last = numbered().stream().mapToInt(Shelf::number).max().orElse(0);
        return Index.open(folder.resolve("" + (last + 1)), analyzer);
    }

    /** Closes one, and deletes it. */
    public void discard(Index index) throws IOException {
        index.close();
        delete(index.folder());
    }

    private static int number(Path numbered) {
        return Integer.parseInt("" + numbered.getFileName());
    }

    /** The last one first. */
    private List<Path> numbered() throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.filter(path -> ("" + path.getFileName()).matches("[0-9]{1,9}"))
                    .sorted(Comparator.comparingInt(Shelf::number).reversed())
                    .toList();
        }
    }

    private static void delete(Path numbered) throws IOException {
        try (Stream<Path> files = Files.walk(numbered)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
