package org.curbside.safety.internal.store;

import java.io.Serializable;
import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** Reports of a product and a reaction, counted. */
@Entity
@Table(name = "adverse_event_pair")
@IdClass(PairRow.Key.class)
public class PairRow {

    @Id
    private String product;

    @Id
    private String reaction;

    private long reports;
    private long serious;

    /** For the persistence provider. */
    protected PairRow() {}

    PairRow(String product, String reaction) {
        this.product = product;
        this.reaction = reaction;
    }

    /** The product, in lower case. */
    public String product() {
        return product;
    }

    /** The reaction, in lower case. */
    public String reaction() {
        return reaction;
    }

    /** How many. */
    public long reports() {
        return reports;
    }

    /** How many of them serious. */
    public long serious() {
        return serious;
    }

    void count(boolean seriously) {
        reports++;
        serious += seriously ? 1 : 0;
    }

    /** Which pair. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;
        private String product = "";
        private String reaction = "";

        /** For the persistence provider. */
        public Key() {}

        Key(String product, String reaction) {
            this.product = product;
            this.reaction = reaction;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && key.product.equals(product) && key.reaction.equals(reaction);
        }

        @Override
        public int hashCode() {
            return Objects.hash(product, reaction);
        }
    }
}
