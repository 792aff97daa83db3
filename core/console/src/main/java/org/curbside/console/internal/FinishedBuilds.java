package org.curbside.console.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One jar, or the jars in a folder, each as often as it was built anew. A build is finished when its jar is the same at two
 * looks. The file and the folder may be away meanwhile, as during {@code mvn clean}.
 */
final class FinishedBuilds {

    /** What Maven may put beside the bundle. */
    private static final Pattern BESIDE = Pattern.compile(".*-(sources|javadoc|tests)\\.jar");

    private final Path watched;
    private final Map<Path, Mark> taken = new HashMap<>();
    private Map<Path, Mark> lastSeen = Map.of();

    FinishedBuilds(Path watched) {
        this.watched = watched;
    }

    /** Those that have been built since they were last returned from here, by name. */
    List<Path> look() throws IOException {
        Map<Path, Mark> seen = marks();
        List<Path> finished = seen.entrySet().stream()
                .filter(jar -> jar.getValue().equals(lastSeen.get(jar.getKey())))
                .filter(jar -> !jar.getValue().equals(taken.get(jar.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        finished.forEach(jar -> taken.put(jar, seen.get(jar)));
        lastSeen = seen;
        return finished;
    }

    /** Whether a jar is no longer what it was when it was returned; then it will be returned once more. */
    boolean hasChanged(Path jar) throws IOException {
        Map<Path, Mark> now = new HashMap<>();
        put(jar, now);
        return !Objects.equals(taken.get(jar), now.get(jar));
    }

    private Map<Path, Mark> marks() throws IOException {
        Map<Path, Mark> marks = new TreeMap<>();
        try (Stream<Path> files = Files.list(watched)) {
            for (Path jar : files.filter(FinishedBuilds::isBundle).toList()) {
                put(jar, marks);
            }
        } catch (NotDirectoryException e) {
            put(watched, marks);
        } catch (NoSuchFileException e) {
            return Map.of();
        }
        return marks;
    }

    private static boolean isBundle(Path file) {
        String name = "" + file.getFileName();
        return name.endsWith(".jar") && !BESIDE.matcher(name).matches();
    }

    private static void put(Path jar, Map<Path, Mark> marks) throws IOException {
        try {
            BasicFileAttributes file = Files.readAttributes(jar, BasicFileAttributes.class);
            marks.put(jar, new Mark(file.size(), file.lastModifiedTime(), file.fileKey()));
        } catch (NoSuchFileException e) {
            marks.remove(jar);
        }
    }

    /** By which a file that was written anew is known. */
    private record Mark(long size, FileTime changed, @Nullable Object key) {}
}
