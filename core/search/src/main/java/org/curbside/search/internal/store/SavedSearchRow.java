package org.curbside.search.internal.store;

import java.time.Instant;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.api.search.SavedSearch;
import org.curbside.store.InstantConverter;

/** A search that a member keeps. */
@Entity
@Table(name = "saved_search")
public class SavedSearchRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "saved_search_seq")
    @SequenceGenerator(name = "saved_search_seq", sequenceName = "saved_search_seq", allocationSize = 50)
    private long id;

    private long member;
    private String name;
    private String query;

    @Convert(converter = InstantConverter.class)
    private Instant saved;

    private long seen;

    /** For the persistence provider. */
    protected SavedSearchRow() {}

    SavedSearchRow(long member, String name, String query, Instant saved, long seen) {
        this.member = member;
        this.name = name;
        this.query = query;
        this.saved = saved;
        this.seen = seen;
    }

    void call(String otherwise) {
        name = otherwise;
    }

    void look(long newest) {
        seen = Math.max(seen, newest);
    }

    boolean by(long someone) {
        return member == someone;
    }

    Kept kept() {
        return new Kept(id, member, name, query, saved, seen);
    }

    /**
     * A saved search as it is kept.
     *
     * @param seen the largest id of a question when the member last looked
     */
    public record Kept(long id, long member, String name, String query, Instant saved, long seen) {

        /** As the member reads it. */
        public SavedSearch with(int fresh) {
            return new SavedSearch(id, name, query, saved, fresh);
        }
    }
}
