package org.curbside.api.content;

/**
 * How a member's advice was received by colleagues of other specialties, and what later showed about it.
 *
 * @param agree ratings by colleagues of other specialties who agree
 * @param partly who agree in part
 * @param disagree who disagree
 * @param borneOut advice that was borne out
 * @param notBorneOut advice that was not
 */
public record Standing(int agree, int partly, int disagree, int borneOut, int notBorneOut) {

    /** Of somebody whose advice nobody has rated. */
    public static final Standing NONE = new Standing(0, 0, 0, 0, 0);
}
