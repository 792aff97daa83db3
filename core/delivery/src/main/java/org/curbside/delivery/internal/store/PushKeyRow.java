package org.curbside.delivery.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** The one pair of keys that push services know this Curbside by; the private half is sealed. */
@Entity
@Table(name = "delivery_push_key")
public class PushKeyRow {

    static final int ONLY = 1;

    @Id
    private int id;

    @Column(name = "public_key")
    private String publicKey;

    @Column(name = "private_key")
    private String privateKey;

    /** For the persistence provider. */
    protected PushKeyRow() {}

    /** A pair. */
    public PushKeyRow(String publicKey, String privateKey) {
        this.id = ONLY;
        this.publicKey = publicKey;
        this.privateKey = privateKey;
    }

    /** As browsers take it. */
    public String publicKey() {
        return publicKey;
    }

    /** PKCS #8, sealed. */
    public String privateKey() {
        return privateKey;
    }
}
