package org.curbside.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.Objects;
import org.curbside.api.content.Image;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.NewQuestion;
import org.junit.jupiter.api.Test;

/** Pictures as the API tells of them, and as it takes them. */
class ImageJsonTest {

    @Test
    void a_picture_is_listed_with_its_address() throws JsonProcessingException {
        Image image = new Image(12, 3, "Lead II, irregular", 640, 200);

        assertThat(Json.MAPPER.writeValueAsString(List.of(image)))
                .isEqualTo("[{\"number\":3,\"address\":\"/api/questions/12/images/3\",\"alt\":\"Lead II, irregular\","
                        + "\"width\":640,\"height\":200}]");
        assertThat(ImageResource.Listed.at("/api/moderation/cases/4", image).address())
                .isEqualTo("/api/moderation/cases/4/images/3");
    }

    @Test
    void a_question_is_read_with_small_pictures_or_without() throws JsonProcessingException {
        NewQuestion with = Json.MAPPER.readValue(
                "{\"title\":\"A\",\"images\":[{\"bytes\":\"/9j/\",\"alt\":\"B\",\"unrecognisable\":true}]}",
                NewQuestion.class);
        NewImage image = Objects.requireNonNull(with.images()).get(0);
        assertThat(image.bytes()).containsExactly(0xff, 0xd8, 0xff);
        assertThat(image.unrecognisable()).isTrue();
        assertThat(Json.MAPPER.readValue("{\"title\":\"A\"}", NewQuestion.class).images())
                .isNull();
    }
}
