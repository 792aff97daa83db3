package org.curbside.moderation.internal;

import java.util.Set;
import org.curbside.moderation.internal.store.CaseRow;

/**
 * Whoever decides.
 *
 * @param account theirs
 * @param name as it stands in the record, which operators read
 * @param mask as others read it
 * @param operator whether it is an operator, who has all channels
 * @param channels codes of a moderator's
 */
record Judge(long account, String name, String mask, boolean operator, Set<String> channels) {

    boolean has(CaseRow row) {
        return row.author() != account && (operator || channels.contains(row.channel()));
    }
}
