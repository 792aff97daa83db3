import java.nio.file.Files
import java.nio.file.Path

// Keeps the sources of the kind that was asked for, and takes away the others.
List<String> kinds = ['poll', 'specialty', 'verification', 'screening', 'export']
String kind = request.properties['kind']
Path project = Path.of(request.outputDirectory, request.artifactId)

// With -B Maven asks nothing, and does not look at the rules in archetype-metadata.xml either.
String wrong = ''
if (!kinds.contains(kind)) {
    wrong = "There is no kind \"$kind\". Choose one of ${kinds.join(', ')}, such as -Dkind=poll."
} else if (!request.artifactId.matches('[a-z][a-z0-9-]{0,39}')) {
    wrong = 'The artifactId is the lasting id too. Use lower-case letters, digits and hyphens, 40 at most.'
} else if (!(request.properties['package'] ==~ /[a-zA-Z_]\w*(\.[a-zA-Z_]\w*)*/)) {
    wrong = "\"${request.properties['package']}\" is no name of a package. Give one, such as -Dpackage=org.example."
}

if (wrong.isEmpty()) {
    Files.move(project.resolve(kind).resolve('src'), project.resolve('src'))
    Files.writeString(project.resolve('.gitignore'), 'target/\n')
} else {
    Files.delete(project.resolve('pom.xml'))
    Files.delete(project.resolve('README.md'))
}
kinds.each { project.resolve(it).toFile().deleteDir() }
if (!wrong.isEmpty()) {
    project.toFile().delete() // unless there is something else in it
    throw new IllegalArgumentException(wrong)
}
