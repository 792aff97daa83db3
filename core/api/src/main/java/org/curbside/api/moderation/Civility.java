package org.curbside.api.moderation;

/** How colleagues find the tone of what a member writes. It is never mixed with whether they agree. */
public record Civility(int courteous, int blunt, int uncivil) {

    /** All. */
    public int total() {
        return courteous + blunt + uncivil;
    }
}
