package org.curbside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds after a full garbage collection.
 *
 * @param after what
 * @param threads live threads without those of the web server's pool and of consoles, which end when they are idle for a while
 * @param classes loaded classes
 * @param loaders class loaders without those that the virtual machine makes for reflection
 * @param metaspaceMb room that classes take
 * @param heapMb heap in use
 */
record Footprint(String after, long threads, long classes, long loaders, long metaspaceMb, long heapMb) {

    static Footprint of(String after, String pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        String loaders = jcmd(pid, "VM.classloader_stats");
        return new Footprint(
                after,
                lines(jcmd(pid, "Thread.print"), "\"(?!qtp|session-|sshd-).*"),
                first(loaders, "Total = \\d+ +(\\d+)"),
                lines(loaders, "0x.*(?<!DelegatingClassLoader)"),
                first(heap, "Metaspace +used (\\d+)K") / 1024,
                first(heap, "used (\\d+)K") / 1024);
    }

    private static long lines(String text, String pattern) {
        return text.lines().filter(line -> line.strip().matches(pattern)).count();
    }

    private static long first(String text, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(text);
        if (!found.find()) {
            throw new IOException("No " + pattern + " in " + text);
        }
        return Long.parseLong(found.group(1));
    }

    private static String jcmd(String pid, String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("jcmd", pid, command)
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return said;
    }
}
