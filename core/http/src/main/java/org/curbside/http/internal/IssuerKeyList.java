package org.curbside.http.internal;

import java.util.List;
import org.curbside.api.credential.IssuerKey;

/** The directory of the desk's keys, as either side shows it. */
record IssuerKeyList(List<Entry> items) {

    static IssuerKeyList of(List<IssuerKey> directory) {
        return new IssuerKeyList(directory.stream().map(Entry::of).toList());
    }

    record Entry(String id, String group, String epoch, String spki, String chain) {

        static Entry of(IssuerKey key) {
            return new Entry(key.id(), key.group(), key.epoch().toString(), key.spki(), key.chain());
        }
    }
}
