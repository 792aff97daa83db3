package org.curbside.itests;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.header.Parameters;
import aQute.bnd.osgi.Instructions;
import aQute.bnd.osgi.Jar;
import aQute.bnd.osgi.Processor;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What partners build against, as bnd sees it: for every part of a signature its kind, its name, and what adding or
 * removing it would mean to them. In the text each part stands on a line of its own, indented below what it belongs to.
 */
final class Baseline {

    private static final String INDENT = " ";
    private static final int FIELDS = 4;

    /** Annotations that one JDK has and another has not. */
    private static final String OF_THE_JDK = "jdk.internal.";

    private final String exports;
    private final Tree tree;

    private Baseline(String exports, Tree tree) {
        this.exports = exports;
        this.tree = tree;
    }

    /** Of a bundle as it was built. */
    static Baseline of(Path bundle) throws Exception {
        try (Jar jar = new Jar(bundle.toFile())) {
            String exports = jar.getManifest().getMainAttributes().getValue("Export-Package");
            return read(lines(exports, new DiffPluginImpl().tree(jar).serialize()));
        }
    }

    /** As it was written down. */
    static Baseline read(List<String> lines) throws Exception {
        return new Baseline(lines.get(0), new DiffPluginImpl().deserialize(data(lines.subList(1, lines.size()))));
    }

    /** As it is written down. */
    List<String> lines() {
        return lines(exports, tree.serialize());
    }

    /** Without the bundle's file name, and without what is no part of a signature. */
    private static List<String> lines(String exports, Tree.Data bundle) {
        bundle.name = "bundle";
        bundle.children =
                Stream.of(bundle.children).filter(part -> part.type == Type.API).toArray(Tree.Data[]::new);
        List<String> lines = new ArrayList<>(List.of(exports));
        write(bundle, 0, lines);
        return lines;
    }

    /** In one sentence each, where {@code next} would surprise those who have built against this. */
    List<String> brokenBy(Baseline next) throws Exception {
        try (Processor processor = new Processor()) {
            return new aQute.bnd.differ.Baseline(processor, new DiffPluginImpl())
                            .baseline(
                                    next.tree,
                                    new Parameters(next.exports),
                                    tree,
                                    new Parameters(exports),
                                    new Instructions())
                            .stream()
                            .filter(info -> info.mismatch)
                            .map(info -> info.packageName + " has changed (" + info.packageDiff.getDelta()
                                    + ") and is still " + info.newerVersion + ". Raise @Version in its package-info to "
                                    + info.suggestedVersion + ".")
                            .sorted()
                            .toList();
        }
    }

    private static void write(Tree.Data part, int depth, List<String> lines) {
        lines.add(INDENT.repeat(depth)
                + String.join("\t", "" + part.type, escaped(part.name), "" + part.add, "" + part.rem));
        Stream.ofNullable(part.children)
                .flatMap(Stream::of)
                .filter(child -> !child.name.startsWith(OF_THE_JDK))
                .forEach(child -> write(child, depth + 1, lines));
    }

    /** The value of a constant is a part of its name. */
    private static String escaped(String name) {
        StringBuilder escaped = new StringBuilder();
        name.chars()
                .mapToObj(next -> next < ' ' || next == '\\' ? String.format("\\%03o", next) : Character.toString(next))
                .forEach(escaped::append);
        return escaped.toString();
    }

    private static Tree.Data data(List<String> lines) {
        Deque<List<Tree.Data>> open = new ArrayDeque<>();
        Deque<Tree.Data> parents = new ArrayDeque<>();
        Tree.Data root = part(lines.get(0));
        parents.push(root);
        open.push(new ArrayList<>());
        for (String line : lines.subList(1, lines.size())) {
            int depth = line.length() - line.stripLeading().length();
            while (parents.size() > depth) {
                parents.pop().children = open.pop().toArray(Tree.Data[]::new);
            }
            Tree.Data next = part(line.strip());
            open.element().add(next);
            parents.push(next);
            open.push(new ArrayList<>());
        }
        while (!parents.isEmpty()) {
            parents.pop().children = open.pop().toArray(Tree.Data[]::new);
        }
        return root;
    }

    private static Tree.Data part(String line) {
        String[] fields = line.split("\t", FIELDS);
        Tree.Data part = new Tree.Data();
        part.type = Type.valueOf(fields[0]);
        part.name = fields[1].translateEscapes();
        part.add = Delta.valueOf(fields[2]);
        part.rem = Delta.valueOf(fields[3]);
        return part;
    }

    static List<String> linesOf(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
