package org.curbside.itests;

import static org.junit.Assert.assertEquals;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A partner's machine: what an archive brings for partners, and a Maven that knows nothing else of Curbside. */
final class Workshop {

    /** As the guide has it, but for the version of the plugin: the newest one need not be here. */
    private static final String GENERATE = "org.apache.maven.plugins:maven-archetype-plugin:3.4.1:generate";

    /** What the house was built with is near; Maven looks there first. */
    private static final String SETTINGS =
            """
            <settings>
              <profiles>
                <profile>
                  <id>near</id>
                  <repositories><repository><id>near</id><url>%1$s</url></repository></repositories>
                  <pluginRepositories><pluginRepository><id>near</id><url>%1$s</url></pluginRepository></pluginRepositories>
                </profile>
              </profiles>
              <activeProfiles><activeProfile>near</activeProfile></activeProfiles>
            </settings>
            """;

    private final Path folder;

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /** With the archive's {@code partners}. */
    static Workshop with(Path partners) throws Exception {
        Workshop workshop =
                new Workshop(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "workshop"));
        Files.createDirectory(workshop.folder.resolve(".mvn")); // else Maven finds ours
        Path near = Path.of(System.getProperty("org.ops4j.pax.url.mvn.localRepository"));
        Files.writeString(workshop.folder.resolve("settings.xml"), SETTINGS.formatted(near.toUri()));
        workshop.maven("-f", partners.resolve("pom.xml").toString());
        return workshop;
    }

    /** A project of a kind, as it is generated. */
    Path generate(String kind, String name) throws Exception {
        maven(
                GENERATE,
                "-DarchetypeGroupId=org.curbside",
                "-DarchetypeArtifactId=curbside-archetype",
                "-DarchetypeVersion=0.1.0-SNAPSHOT",
                "-DarchetypeCatalog=local",
                "-Dkind=" + kind,
                "-DgroupId=org.example",
                "-DartifactId=" + name);
        return folder.resolve(name);
    }

    /** Builds projects, which runs their contract tests, and returns the jar of each. */
    List<Path> build(List<Path> projects) throws Exception {
        StringBuilder modules = new StringBuilder();
        projects.forEach(project -> modules.append("<module>" + project.getFileName() + "</module>"));
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>org.example</groupId>"
                        + "<artifactId>all</artifactId><version>1</version><packaging>pom</packaging><modules>"
                        + modules + "</modules></project>");
        maven("-T2", "package");
        Files.delete(folder.resolve("pom.xml"));
        return projects.stream()
                .map(project -> project.resolve("target/" + project.getFileName() + "-1.0.0-SNAPSHOT.jar"))
                .toList();
    }

    private void maven(String... arguments) throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("curbside.maven"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-s",
                folder.resolve("settings.xml").toString(),
                "-Dmaven.repo.local=" + folder.resolve("m2")));
        line.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process maven = builder.start();
        String said = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(said, 0, maven.waitFor());
    }
}
