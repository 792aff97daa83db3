package org.curbside.web.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.curbside.spi.export.MethodCard;
import org.curbside.web.internal.ClientPages.Dashboard;
import org.curbside.web.internal.ClientPages.Download;
import org.curbside.web.internal.ClientPages.Heat;
import org.curbside.web.internal.ClientPages.HeatMap;
import org.curbside.web.internal.ClientPages.PollPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientPagesTest {

    private static final Frame FRAME = new Frame("Title", "ana", "analyst", "", "");
    private static final Download DOWNLOAD = new Download(
            "an-id",
            "Would you anticoagulate?",
            new MethodCard(
                    "members",
                    "240",
                    LocalDate.of(2026, 1, 5),
                    LocalDate.of(2026, 2, 2),
                    "of all",
                    "none",
                    "none",
                    "below 11"),
            List.of());

    private final Pages pages = new Pages();

    @Test
    void a_bar_is_as_long_as_its_count_is_of_the_greatest() {
        PollPage poll = new PollPage(
                FRAME, DOWNLOAD, List.of(List.of("f", "Yes", "480"), List.of("f", "No", "240"), List.of("f", "?", "")));

        assertThat(poll.most()).isEqualTo(480);
        assertThat(Rendered.page(pages, "client-poll.jte", poll))
                .contains("<meter min=\"0\" max=\"480\" value=\"240\">", "suppressed");
    }

    @Test
    void a_poll_of_which_nothing_is_shown_has_no_bar() {
        PollPage poll = new PollPage(FRAME, DOWNLOAD, List.of(List.of("f", "Yes", "")));

        assertThat(poll.most()).isEqualTo(1);
        assertThat(Rendered.page(pages, "client-poll.jte", poll)).doesNotContain("<meter");
    }

    @ParameterizedTest
    @CsvSource({
        "'',    '',   hidden",
        "12,    '',   as-expected",
        "12,    1.9,  as-expected",
        "12,    2.0,  more2",
        "40,    4.0,  more4",
        "12,   -2.5,  less2",
        "0,    -6.1,  less4"
    })
    void a_cell_is_coloured_by_how_far_it_is_from_what_was_expected(String count, String residual, String colour) {
        assertThat(Heat.of(count, residual).colour()).isEqualTo(colour);
    }

    @Test
    void a_heat_map_says_in_words_what_it_says_in_colours() {
        HeatMap map = new HeatMap(List.of("Surgery"), Map.of("hernia", List.of(Heat.of("", ""))));

        String page =
                Rendered.page(pages, "client.jte", new Dashboard(FRAME, "County Health", DOWNLOAD, map, List.of(), ""));

        assertThat(page)
                .contains("<caption class=\"said\">Different physicians by topic and specialty</caption>")
                .contains("suppressed: 1 to 10 physicians")
                .contains("<span class=\"said\">fewer than 11, suppressed</span>");
    }
}
