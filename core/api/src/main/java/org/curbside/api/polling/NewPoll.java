package org.curbside.api.polling;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A poll to be opened; nothing in it has been checked yet.
 *
 * @param type the id of an installed poll type
 * @param text what is asked
 * @param choices what is offered, where the type takes choices
 */
public record NewPoll(@Nullable String type, @Nullable String text, @Nullable List<String> choices) {}
