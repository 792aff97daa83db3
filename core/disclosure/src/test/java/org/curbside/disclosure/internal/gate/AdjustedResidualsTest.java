package org.curbside.disclosure.internal.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdjustedResidualsTest {

    private static final double[][] COUNTS = {
        {36, 39, 19, 32, 15, 16},
        {14, 22, 18, 18, 8, 7},
        {12, 12, 48, 11, 3, 5},
        {16, 21, 13, 56, 8, 10},
        {16, 9, 4, 6, 2, 6}
    };

    /** Computed with R's chisq.test. */
    private static final double[][] EXPECTED = {
        {1.629112142, 1.617929368, -3.086521051, -1.447780133, 1.395866434, 0.762254012},
        {-0.692423846, 1.211580831, 0.094569941, -0.909306428, 0.804778268, -0.260818717},
        {-1.496706912, -1.913904832, 8.496743545, -3.042970472, -1.583212861, -1.219275288},
        {-1.915090477, -1.138400083, -3.136594379, 6.164018365, -0.357955402, -0.317850229},
        {3.249302729, 0.070015829, -1.877556681, -1.681907696, -0.669832135, 1.258259545}
    };

    @Test
    void agree_with_the_reference() {
        double[][] residuals = AdjustedResiduals.of(COUNTS);
        for (int r = 0; r < COUNTS.length; r++) {
            for (int c = 0; c < COUNTS[r].length; c++) {
                assertThat(residuals[r][c]).isCloseTo(EXPECTED[r][c], within(1e-8));
            }
        }
    }

    @Test
    void an_empty_table_and_a_single_row_say_nothing() {
        assertThat(AdjustedResiduals.of(new double[0][0])).isEmpty();
        assertThat(AdjustedResiduals.of(new double[][] {{3, 5}})[0]).containsOnly(0);
    }
}
