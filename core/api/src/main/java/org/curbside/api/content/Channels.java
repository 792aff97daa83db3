package org.curbside.api.content;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** The specialties that were ever installed, and {@link Channel#PRACTICE}; a channel outlives the catalogue that brought it. */
@ProviderType
public interface Channels {

    /** All, by name. */
    List<Channel> channels();

    /** The name of the one with that code, or the code itself if it was never installed. */
    String name(String code);
}
