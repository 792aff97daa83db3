package org.curbside.api.refusal;

import java.io.Serializable;
import org.curbside.spi.screening.Concern.Severity;

/**
 * One place in an input that could identify a patient.
 *
 * @param field the input field that it stands in
 * @param start index of its first UTF-16 unit in that field's text, or in that item of a field with several, without the white
 *     space around it
 * @param end index after its last
 * @param span what stands there
 * @param kind what it is, such as {@code phone}; lasting
 * @param severity what the author has to do
 * @param message what to do, in a sentence for the author
 */
public record Finding(String field, int start, int end, String span, String kind, Severity severity, String message)
        implements Serializable {

    private static final long serialVersionUID = 1L;
}
