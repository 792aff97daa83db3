package org.curbside.api.insight;

/**
 * A cell of the heat map.
 *
 * @param specialty the code of the physicians' specialty
 * @param physicians how many different ones asked, advised or rated on the topic
 */
public record Activity(String topic, String specialty, long physicians) {}
