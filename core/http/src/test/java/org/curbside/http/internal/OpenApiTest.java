package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static final List<Class<?>> RESOURCES = List.of(
            OpenApiResource.class,
            SessionResource.class,
            AccountResource.class,
            ModeratorResource.class,
            BanResource.class,
            ModerationResource.class,
            DeskResource.class,
            OfficeResource.class,
            QuestionResource.class,
            ImageResource.class,
            CommunityResource.class,
            NotificationResource.class,
            SearchResource.class,
            DeliveryResource.class,
            ClientResource.class);

    /** Served by {@link LiveServlet}, for a stream is no answer of a resource. */
    private static final String STREAM = "get /live live";

    @Test
    void describes_every_operation_and_no_other() throws IOException {
        Set<String> served = new TreeSet<>();
        RESOURCES.forEach(resource -> served.addAll(operations(resource)));
        served.add(STREAM);

        assertThat(described()).isEqualTo(served);
    }

    @Test
    void says_of_every_operation_what_may_keep_it_from_its_answer() throws IOException {
        for (JsonNode path : paths()) {
            for (JsonNode operation : path) {
                if (operation.get("operationId").asText().equals("live")) {
                    assertThat(statuses(operation)).contains("401", "403", "503");
                    continue;
                }
                Method method = methodOf(operation.get("operationId").asText());
                assertThat(statuses(operation)).as("%s", method).containsAll(expected(method));
            }
        }
    }

    /** Jersey asks the resource whose path fits best, and no other, even if that has no such method. */
    @Test
    void no_operation_hides_behind_the_path_of_another_resource() {
        for (Class<?> resource : RESOURCES) {
            for (Class<?> other : RESOURCES) {
                String path = path(other);
                if (path.length() > path(resource).length()) {
                    assertThat(operations(resource))
                            .as("beside %s", other)
                            .noneMatch(operation -> (operation.split(" ", -1)[1] + "/").startsWith(path + "/"));
                }
            }
        }
    }

    private static String path(Class<?> resource) {
        return "/" + resource.getAnnotation(Path.class).value();
    }

    private static Set<String> expected(Method method) {
        Set<String> expected = new TreeSet<>(Set.of("503"));
        if (Stream.of(method.getParameters()).anyMatch(OpenApiTest::isBody)) {
            expected.addAll(Set.of("400", "403", "411", "413", "415"));
        }
        if (List.of(method.getParameterTypes()).contains(Request.class)) {
            expected.add("304");
        }
        return expected;
    }

    /** The one parameter that says nowhere else where it comes from. */
    private static boolean isBody(Parameter parameter) {
        return Stream.of(parameter.getAnnotations())
                .noneMatch(annotation -> annotation.annotationType().getName().startsWith("jakarta.ws.rs."));
    }

    private static Method methodOf(String operation) {
        return RESOURCES.stream()
                .flatMap(resource -> Stream.of(resource.getDeclaredMethods()))
                .filter(method ->
                        method.getName().equals(operation) && httpMethod(method).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> statuses(JsonNode operation) {
        Set<String> statuses = new TreeSet<>();
        operation.get("responses").fieldNames().forEachRemaining(statuses::add);
        return statuses;
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
        Set<String> operations = new TreeSet<>();
        paths().properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> operations.add(operation.getKey() + " " + path.getKey() + " "
                        + operation.getValue().get("operationId").asText())));
        return operations;
    }

    private static JsonNode paths() throws IOException {
        return new ObjectMapper().readTree(new OpenApiResource().description()).get("paths");
    }
}
