package org.curbside.api.notification;

import org.jspecify.annotations.Nullable;

/**
 * How much a member hears of one thing.
 *
 * @param name the channel's code, the topic, or the question's number
 * @param title what everyone calls it
 * @param level what holds for it, or null if the member hears nothing of it in particular
 * @param chosen whether the member has chosen so; otherwise it follows from what is less exact, or is usual
 */
public record Subscription(Subject subject, String name, String title, @Nullable Level level, boolean chosen) {}
