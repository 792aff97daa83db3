package org.curbside.api.polling;

import java.util.OptionalInt;
import org.osgi.annotation.versioning.ProviderType;

/** In which form ballots are stored; says nothing of what is in them. */
@ProviderType
public interface StoredAnswers {

    /**
     * The newest version of a poll type's answers that a stored ballot has, whether it is counted yet or not. A poll type
     * that knows older versions only could not read that ballot.
     *
     * @param type the poll type's id; it need not be installed
     * @return empty if no ballot is stored
     */
    OptionalInt newestSchema(String type);
}
