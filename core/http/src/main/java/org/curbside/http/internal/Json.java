package org.curbside.http.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.curbside.api.content.Image;

/** How the API writes JSON: times in ISO 8601, an absent value as null, a picture with the address of its file. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper()
            .registerModule(new Jdk8Module())
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addSerializer(Image.class, listed()))
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Json() {}

    private static JsonSerializer<Image> listed() {
        return new JsonSerializer<>() {
            @Override
            public void serialize(Image image, JsonGenerator json, SerializerProvider serializers) throws IOException {
                json.writePOJO(ImageResource.Listed.of(image));
            }
        };
    }
}
