package org.curbside.itests;

import static org.junit.Assert.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** A partner's pom inherits none of ours, so what both say is said twice, and has to be the same. */
public class PartnersPomTest {

    private static final Pattern PLUGIN = Pattern.compile(
            "<plugin>\\s*<groupId>[^<]*</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*<version>([^<]*)</version>");
    private static final Pattern PROPERTY = Pattern.compile("<([a-z.]+)>([^<]*)</\\1>");

    @Test
    public void partnersBuildWithThePluginsThatTheHouseIsBuiltWith() throws IOException {
        Map<String, String> ours = found(PLUGIN, "pom.xml");
        Map<String, String> properties = found(PROPERTY, "pom.xml");
        Map<String, String> theirs = found(PLUGIN, "karaf-dist/add-on/pom.xml");
        assertEquals("" + theirs, 3, theirs.size());
        theirs.forEach((plugin, version) -> {
            String written = ours.get(plugin);
            assertEquals(plugin, written.startsWith("${") ? properties.get(name(written)) : written, version);
        });
    }

    @Test
    public void partnersBuildForTheJavaAndTheCurbsideThatThisIs() throws IOException {
        Map<String, String> ours = found(PROPERTY, "pom.xml");
        Map<String, String> theirs = found(PROPERTY, "karaf-dist/add-on/pom.xml");
        assertEquals(ours.get("maven.compiler.release"), theirs.get("maven.compiler.release"));
        assertEquals(ours.get("version"), theirs.get("curbside.version"));
    }

    /** The first of each name. */
    private static Map<String, String> found(Pattern pattern, String pom) throws IOException {
        Map<String, String> found = new TreeMap<>();
        Matcher matcher = pattern.matcher(Files.readString(House.ROOT.resolve(pom)));
        while (matcher.find()) {
            found.putIfAbsent(matcher.group(1), matcher.group(2));
        }
        return found;
    }

    private static String name(String reference) {
        return reference.substring("${".length(), reference.length() - 1);
    }
}
