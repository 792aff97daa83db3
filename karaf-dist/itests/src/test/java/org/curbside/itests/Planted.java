package org.curbside.itests;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * Classes that break a rule, written and compiled on the spot where one is needed for every case of the rule. They know
 * each other and the JDK.
 */
final class Planted {

    private final List<Source> sources = new ArrayList<>();

    /** Plants a type; {@code text} is what follows the package. */
    Planted type(String inPackage, String name, String text) {
        sources.add(new Source(inPackage, name, text));
        return this;
    }

    JavaClasses compiled() {
        try {
            Path classes = Files.createTempDirectory(Path.of("target"), "planted");
            StringWriter said = new StringWriter();
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            List<String> options = List.of("-d", classes.toString(), "-classpath", classes.toString(), "-proc:none");
            if (!compiler.getTask(said, null, null, options, null, sources).call()) {
                throw new IllegalArgumentException(said.toString());
            }
            return new ClassFileImporter().importPath(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String inPackage, String name, String text) {
            super(URI.create("planted:///" + inPackage.replace('.', '/') + "/" + name + ".java"), Kind.SOURCE);
            this.text = "package " + inPackage + "; " + text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
