package org.curbside.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Test;

/** The distribution comes with a database for the licence desk and another for the community. */
public class DatabasesTest {

    private static final Path SETTINGS = House.ROOT.resolve("karaf-dist/assembly/src/main/resources/etc");

    @Test
    public void theDeskAndTheCommunityHaveOneEach() throws IOException {
        Map<String, String> databases = new TreeMap<>();
        try (var files = Files.newDirectoryStream(SETTINGS, "org.ops4j.datasource-*.cfg")) {
            for (Path file : files) {
                Properties settings = read(file);
                databases.put(settings.getProperty("dataSourceName"), settings.getProperty("url"));
            }
        }
        assertEquals(Set.of("community", "desk"), databases.keySet());
        assertEquals(Set.of(), shared(databases));
    }

    @Test
    public void oneForBothIsCaughtWhateverItsOptions() {
        Map<String, String> planted =
                Map.of("community", "jdbc:h2:file:db/all;WRITE_DELAY=0", "desk", "jdbc:h2:file:db/all;SCHEMA=desk");
        assertEquals(Set.of("jdbc:h2:file:db/all"), shared(planted));
    }

    /** The databases that more than one data source opens. */
    private static Set<String> shared(Map<String, String> databases) {
        Set<String> seen = new HashSet<>();
        List<String> names = databases.values().stream()
                .map(url -> url.replaceFirst("[;?].*", ""))
                .toList();
        return names.stream().filter(name -> !seen.add(name)).collect(Collectors.toSet());
    }

    private static Properties read(Path file) throws IOException {
        Properties settings = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            settings.load(reader);
        }
        return settings;
    }
}
