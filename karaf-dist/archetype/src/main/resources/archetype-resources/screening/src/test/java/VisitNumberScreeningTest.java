package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.curbside.spi.screening.Concern;
import org.curbside.spi.screening.Screening;
import org.curbside.testkit.ScreeningContract;
import org.junit.jupiter.api.Test;

/** The contract tries what every screening must hold, with the texts from here. Your own tests stand beside it. */
class VisitNumberScreeningTest extends ScreeningContract {

    @Override
    protected Screening screening() {
        return new VisitNumberScreening();
    }

    @Override
    protected List<String> telling() {
        return List.of("See V24-001234 for the films.", "She lies in ward 7B since yesterday.");
    }

    @Override
    protected List<String> harmless() {
        return List.of("Vitamin V24 does not exist; bed rest for 3 days in a quiet ward.");
    }

    @Test
    void it_points_at_the_number_and_nothing_else() {
        String text = "Seen as V24-001234, twice.";
        Concern concern = screening().screen(text).get(0);
        assertThat(text.substring(concern.start(), concern.end())).isEqualTo("V24-001234");
        assertThat(concern.severity()).isEqualTo(Concern.Severity.BLOCK);
    }
}
