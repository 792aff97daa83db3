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
        Stream.of(
                        OpenApiResource.class,
                        SessionResource.class,
                        DeskResource.class,
                        QuestionResource.class,
                        CommunityResource.class,
                        ClientResource.class)
                .forEach(resource -> served.addAll(operations(resource)));

        assertThat(described()).isEqualTo(served);
    }

    private static Set<String> operations(Class<?> resource) {
        Set<String> operations = new TreeSet<>();
        for (Method method : resource.getDeclaredMethods()) {
            httpMethod(method)
                    .ifPresent(http -> operations.add(
                            http.toLowerCase(Locale.ROOT) + " " + address(resource, method) + " " + method.getName()));
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

    private static String address(Class<?> resource, Method method) {
        Path path = method.getAnnotation(Path.class);
        String sub = path == null ? "" : "/" + path.value();
        return ("/" + resource.getAnnotation(Path.class).value() + sub)
                .replace("//", "/")
                .replaceAll(":[^/]*", "}");
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
