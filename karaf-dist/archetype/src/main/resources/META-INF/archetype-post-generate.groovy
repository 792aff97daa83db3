import java.nio.file.Files
import java.nio.file.Path

// Keeps the sources of the kind that was asked for, and takes away the others.
Path project = Path.of(request.outputDirectory, request.artifactId)
Files.move(project.resolve(request.properties['kind']).resolve('src'), project.resolve('src'))
['poll', 'specialty', 'verification', 'screening', 'export'].each { project.resolve(it).toFile().deleteDir() }
