package org.curbside.content.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** A post that was taken over from elsewhere. */
@Entity
@Table(name = "imported")
@IdClass(ImportedRow.Key.class)
public class ImportedRow {

    @Id
    private String source;

    @Id
    private long post;

    private long here;

    /** For the persistence provider. */
    protected ImportedRow() {}

    ImportedRow(String source, long post, long here) {
        this.source = source;
        this.post = post;
        this.here = here;
    }

    long here() {
        return here;
    }

    /** Which post of which source. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String source = "";
        private long post;

        /** For the persistence provider. */
        public Key() {}

        Key(String source, long post) {
            this.source = source;
            this.post = post;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.post == post && key.source.equals(source);
        }

        @Override
        public int hashCode() {
            return Objects.hash(source, post);
        }
    }
}
