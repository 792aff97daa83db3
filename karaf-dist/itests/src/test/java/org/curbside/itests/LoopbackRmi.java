package org.curbside.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.rmi.server.RMISocketFactory;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Keeps the RMI sockets of Pax Exam on the loopback address: in this process, and as a Java agent in Karaf's. The property
 * {@code java.rmi.server.hostname} changes only what is advertised.
 */
public final class LoopbackRmi extends RMISocketFactory {

    private static boolean installed;

    private LoopbackRmi() {}

    /** Called as the agent starts. */
    public static void premain(String arguments) throws IOException {
        install();
    }

    static synchronized void install() throws IOException {
        if (!installed) {
            RMISocketFactory.setSocketFactory(new LoopbackRmi());
            installed = true;
        }
    }

    /** Writes this class as an agent's jar. */
    static Path agent(Path jar) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Premain-Class", LoopbackRmi.class.getName());
        String entry = LoopbackRmi.class.getName().replace('.', '/') + ".class";
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var in = LoopbackRmi.class.getClassLoader().getResourceAsStream(entry)) {
            out.putNextEntry(new JarEntry(entry));
            in.transferTo(out);
            return jar.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        return new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
    }
}
