package org.curbside.polling.internal.store;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curbside.spi.poll.Figure;

/** Choices, cells and figures as columns. A figure carries its kind. */
final class PollJson {

    private static final ObjectMapper MAPPER = new ObjectMapper().addMixIn(Figure.class, Kinds.class);
    private static final ObjectWriter FIGURES = MAPPER.writerFor(new TypeReference<List<Figure>>() {});

    private PollJson() {}

    static String write(Object plain) {
        return checked(() -> MAPPER.writeValueAsString(plain));
    }

    static String writeFigures(List<Figure> figures) {
        return checked(() -> FIGURES.writeValueAsString(figures));
    }

    static List<String> readList(String json) {
        return checked(() -> MAPPER.readValue(json, new TypeReference<List<String>>() {}));
    }

    static SortedMap<String, Long> readCells(String json) {
        return checked(() -> MAPPER.readValue(json, new TypeReference<TreeMap<String, Long>>() {}));
    }

    static List<Figure> readFigures(String json) {
        return checked(() -> MAPPER.readValue(json, new TypeReference<List<Figure>>() {}));
    }

    private static <T> T checked(Json<T> work) {
        try {
            return work.run();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A column of a poll is not what was written to it", e);
        }
    }

    private interface Json<T> {
        T run() throws JsonProcessingException;
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Figure.Distribution.class, name = "distribution"),
        @JsonSubTypes.Type(value = Figure.Estimate.class, name = "estimate"),
        @JsonSubTypes.Type(value = Figure.Ranking.class, name = "ranking")
    })
    private interface Kinds {}
}
