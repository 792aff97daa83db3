package org.curbside.api.guard;

import java.util.OptionalInt;

/**
 * What an add-on would serve.
 *
 * @param extensionPoint such as {@code poll.PollType}
 * @param id the lasting id under which stored things refer to it, such as {@code likert}
 * @param schema the version of the answers that a poll type stores, as it said itself when it was tried. Empty for everything
 *     else, and for what was not tried
 */
public record Offer(String extensionPoint, String id, OptionalInt schema) {}
