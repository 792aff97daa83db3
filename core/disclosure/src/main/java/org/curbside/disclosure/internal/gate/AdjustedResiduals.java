package org.curbside.disclosure.internal.gate;

/**
 * How far each count of a two-way table is from what its row and column would let expect, in standard deviations
 * (Haberman, Biometrics 1973;29:205-220): (n - E) / sqrt(E (1 - row share) (1 - column share)).
 */
final class AdjustedResiduals {

    private AdjustedResiduals() {}

    /** By row and column; 0 where a row or a column says nothing. */
    static double[][] of(double[][] counts) {
        int columns = counts.length == 0 ? 0 : counts[0].length;
        double[] ofRow = new double[counts.length];
        double[] ofColumn = new double[columns];
        double all = 0;
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < columns; c++) {
                ofRow[r] += counts[r][c];
                ofColumn[c] += counts[r][c];
                all += counts[r][c];
            }
        }
        double[][] residuals = new double[counts.length][columns];
        for (int r = 0; r < counts.length; r++) {
            for (int c = 0; c < columns; c++) {
                double expected = all == 0 ? 0 : ofRow[r] * ofColumn[c] / all;
                double variance = all == 0 ? 0 : expected * (1 - ofRow[r] / all) * (1 - ofColumn[c] / all);
                residuals[r][c] = variance > 0 ? (counts[r][c] - expected) / Math.sqrt(variance) : 0;
            }
        }
        return residuals;
    }
}
