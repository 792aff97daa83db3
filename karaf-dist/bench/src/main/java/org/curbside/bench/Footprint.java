package org.curbside.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process holds after a full garbage collection.
 *
 * @param threads live threads
 * @param classes loaded classes
 * @param loaders class loaders
 * @param heapMb heap in use
 */
record Footprint(long threads, long classes, long loaders, long heapMb) {

    static Footprint of(String pid) throws IOException, InterruptedException {
        jcmd(pid, "GC.run");
        String loaders = jcmd(pid, "VM.classloader_stats");
        return new Footprint(
                first(jcmd(pid, "PerfCounter.print"), "java\\.threads\\.live=(\\d+)"),
                first(loaders, "Total = \\d+ +(\\d+)"),
                first(loaders, "Total = (\\d+)"),
                first(jcmd(pid, "GC.heap_info"), "used (\\d+)K") / 1024);
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
