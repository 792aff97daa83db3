package org.curbside.spi.specialty;

import java.util.List;

/**
 * What a specialty offers to whoever asks in it, so that a question is complete and the right one. Nothing in it has to be used.
 *
 * @param template what colleagues will want to know, in the order in which a case is told
 * @param redFlags what must not wait for an answer, a sentence each
 * @param polls that are asked often
 */
public record Guide(List<Heading> template, List<String> redFlags, List<Preset> polls) {

    /** Offers nothing. */
    public static final Guide NONE = new Guide(List.of(), List.of(), List.of());

    public Guide {
        template = List.copyOf(template);
        redFlags = List.copyOf(redFlags);
        polls = List.copyOf(polls);
    }

    /**
     * A part of a case.
     *
     * @param name a few words
     * @param hint what belongs below it, without asking for anything that tells who the patient is
     */
    public record Heading(String name, String hint) {}

    /**
     * A poll that only has to be chosen; the member may change all of it.
     *
     * @param name a few words
     * @param type the id of a poll type; while that is not installed, the poll is not offered
     * @param text what is asked
     * @param choices to choose from; empty for types that bring their own
     */
    public record Preset(String name, String type, String text, List<String> choices) {

        public Preset {
            choices = List.copyOf(choices);
        }
    }
}
