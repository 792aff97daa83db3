package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    @Test
    void describes_every_operation_and_no_other() throws IOException {
        Set<String> served = new TreeSet<>();
        Stream.of(QuestionResource.class, OpenApiResource.class)
                .forEach(resource -> served.addAll(operations(resource)));

        assertThat(described()).isEqualTo(served);
    }

    private static Set<String> operations(Class<?> resource) {
        Set<String> operations = new TreeSet<>();
        for (Method method : resource.getDeclaredMethods()) {
            httpMethod(method)
                    .ifPresent(http -> operations.add(http.toLowerCase(Locale.ROOT) + " /"
                            + resource.getAnnotation(Path.class).value() + subPath(method) + " " + method.getName()));
        }
        return operations;
    }

    private static Optional<String> httpMethod(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value())
                .findFirst();
    }

    private static String subPath(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceAll(":.*", "}");
    }

    private static Set<String> described() throws IOException {
        JsonNode paths =
                new ObjectMapper().readTree(new OpenApiResource().description()).get("paths");
        Set<String> operations = new TreeSet<>();
        paths.properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(operation.getKey() + " " + path.getKey() + " "
                        + operation.getValue().get("operationId").asText())));
        return operations;
    }
}
