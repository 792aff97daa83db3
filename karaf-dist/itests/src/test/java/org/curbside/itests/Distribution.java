package org.curbside.itests;

import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.configureConsole;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.editConfigurationFilePut;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.karafDistributionConfiguration;
import static org.ops4j.pax.exam.karaf.options.KarafDistributionOption.logLevel;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curbside.testkit.NppesFile;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.karaf.options.LogLevelOption;
import org.ops4j.pax.exam.options.extra.VMOption;

/** The very archive that ships, on free ports, without a network. */
final class Distribution {

    static final String HTTP_PORT = "curbside.test.http";
    static final String MANAGEMENT_PORT = "curbside.test.management";

    static final String REGISTRY = "curbside.test.registry";
    private static final int REGISTRY_ROWS = 2_000;
    private static final String KARAF = "4.4.10";
    private static final List<String> OPENED = List.of(
            "java.base/java.lang",
            "java.base/java.util",
            "java.base/java.net",
            "java.base/java.io",
            "java.base/java.text",
            "java.base/java.security",
            "java.base/java.lang.reflect",
            "java.base/java.util.concurrent",
            "java.naming/javax.naming.spi",
            "java.rmi/sun.rmi.transport.tcp");

    private Distribution() {}

    static Option[] onFreePorts() throws IOException {
        LoopbackRmi.install();
        List<Option> options = new ArrayList<>();
        options.add(karafDistributionConfiguration()
                .frameworkUrl("file:" + System.getProperty("curbside.distribution"))
                .name("Curbside")
                .karafVersion(KARAF)
                .unpackDirectory(new File("target/exam"))
                .useDeployFolder(true));
        options.add(logLevel(LogLevelOption.LogLevel.INFO));
        options.add(configureConsole().ignoreLocalConsole().ignoreRemoteShell());
        options.addAll(ports());
        options.add(new VMOption("-XX:TieredStopAtLevel=1"));
        options.add(new VMOption("-D" + REGISTRY + "=" + registry()));
        options.addAll(withoutNetwork());
        options.addAll(virtualMachine());
        return options.toArray(Option[]::new);
    }

    /** A registry of people who do not exist; row {@code n} is described by {@link NppesFile}. */
    private static Path registry() throws IOException {
        Path file = Path.of("target", "nppes.csv").toAbsolutePath();
        NppesFile.write(file, REGISTRY_ROWS);
        return file;
    }

    private static List<Option> ports() throws IOException {
        int http = freePort();
        int management = freePort();
        return List.of(
                editConfigurationFilePut("etc/org.apache.felix.http.cfg", "org.osgi.service.http.port", "" + http),
                editConfigurationFilePut("etc/org.curbside.management.cfg", "port", "" + management),
                editConfigurationFilePut("etc/org.apache.karaf.shell.cfg", "sshPort", "" + freePort()),
                editConfigurationFilePut("etc/org.curbside.moderation.cfg", "limits", "0"), // tests write fast
                new VMOption("-D" + HTTP_PORT + "=" + http),
                new VMOption("-D" + MANAGEMENT_PORT + "=" + management));
    }

    private static List<Option> withoutNetwork() {
        String maven = "etc/org.ops4j.pax.url.mvn.cfg";
        String local = "org.ops4j.pax.url.mvn.localRepository";
        return List.of(
                editConfigurationFilePut(maven, local, System.getProperty(local)),
                editConfigurationFilePut(maven, "org.ops4j.pax.url.mvn.repositories", ""),
                editConfigurationFilePut(maven, "org.ops4j.pax.url.mvn.offline", "true"));
    }

    /** What the distribution's own start script passes to the virtual machine, and a fast start. */
    private static List<Option> virtualMachine() {
        List<String> arguments = new ArrayList<>();
        OPENED.forEach(name -> arguments.add("--add-opens=" + name + "=ALL-UNNAMED"));
        arguments.add("--add-reads=java.xml=java.logging");
        arguments.add("--add-exports=java.base/org.apache.karaf.specs.locator=java.xml,ALL-UNNAMED");
        arguments.add("--patch-module");
        arguments.add("java.base=lib/endorsed/org.apache.karaf.specs.locator-" + KARAF + ".jar");
        arguments.add("--patch-module");
        arguments.add("java.xml=lib/endorsed/org.apache.karaf.specs.java.xml-" + KARAF + ".jar");
        for (String name : List.of("http", "https", "jar")) {
            arguments.add("--add-exports=java.base/sun.net.www.protocol." + name + "=ALL-UNNAMED");
        }
        arguments.add("--add-exports=java.base/sun.net.www.content.text=ALL-UNNAMED");
        arguments.add("--add-exports=java.rmi/sun.rmi.registry=ALL-UNNAMED");
        arguments.add("-Djava.rmi.server.hostname=127.0.0.1");
        arguments.add("-XX:TieredStopAtLevel=1");
        arguments.add("-javaagent:" + LoopbackRmi.agent(Path.of("target", "loopback-rmi.jar")));
        arguments.add("-classpath");
        arguments.add(String.join(File.pathSeparator, "lib/jdk9plus/*", "lib/boot/*", "lib/endorsed/*"));
        return arguments.stream()
                .map(argument -> (Option) new VMOption(argument))
                .toList();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
