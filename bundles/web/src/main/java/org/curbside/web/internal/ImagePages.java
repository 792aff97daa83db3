package org.curbside.web.internal;

import java.io.IOException;
import java.util.List;
import org.curbside.api.content.Images;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.membership.Member;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** Takes pictures that are added to one's own question, and removes them. They are shown by the API. */
public final class ImagePages {

    private final Slice<Questions> questions;
    private final Slice<Images> images;

    ImagePages(Slices slices) {
        questions = slices.of(Questions.class);
        images = slices.of(Images.class);
    }

    List<Route> routes() {
        return List.of(Route.files("/questions/([0-9]{1,18})/images", this::change));
    }

    private void change(Exchange exchange) throws IOException {
        Member member = exchange.turnstile().member();
        Question question = EditPages.own(questions.get(), member, exchange.numberInPath());
        if (!exchange.post()) {
            exchange.seeOther(address(question));
            return;
        }
        try {
            if (exchange.given("remove").isPresent()) {
                images.get().remove(member, question.id(), (int) exchange.number("remove", 0));
            } else {
                boolean confirmed = exchange.given("confirmed").isPresent();
                images.get().add(member, question.id(), SentPictures.one(exchange), confirmed);
            }
            exchange.seeOther(address(question));
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "alt", SentPictures.UNRECOGNISABLE)
                    .with("image", "chosen");
            exchange.again("edit.jte", EditPages.page(exchange, question, form), refusal);
        }
    }

    private static String address(Question question) {
        return "/questions/" + question.id() + "/edit#pictures";
    }
}
