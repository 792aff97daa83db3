package org.curbside.moderation.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.SequenceGenerator;
import javax.persistence.Table;
import org.curbside.api.content.Post;
import org.curbside.api.content.PostKind;
import org.curbside.api.membership.Member;
import org.curbside.api.moderation.Rule;
import org.curbside.store.InstantConverter;

/** One member's flag; who that is leaves the store in no form. */
@Entity
@Table(name = "moderation_flag")
@SuppressWarnings("UnusedVariable") // most of it is read by queries only
public class FlagRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "moderation_flag_seq")
    @SequenceGenerator(name = "moderation_flag_seq", sequenceName = "moderation_flag_seq", allocationSize = 50)
    private long id;

    @Column(name = "moderation_case")
    private long on;

    @Enumerated(EnumType.STRING)
    private PostKind kind;

    private long post;
    private long member;
    private String expertise;

    @Enumerated(EnumType.STRING)
    private Rule rule;

    private String words;

    @Convert(converter = InstantConverter.class)
    private Instant flagged;

    /** For the persistence provider. */
    protected FlagRow() {}

    /** A flag that is not stored yet. */
    public FlagRow(Member flagger, Post post, Rule rule, String words, Instant flagged) {
        this.member = flagger.id();
        this.expertise = flagger.specialty();
        this.kind = post.kind();
        this.post = post.id();
        this.rule = rule;
        this.words = words;
        this.flagged = flagged;
    }

    void joins(long theCase) {
        on = theCase;
    }

    PostKind kind() {
        return kind;
    }

    long post() {
        return post;
    }

    long member() {
        return member;
    }

    /** What for. */
    public Rule rule() {
        return rule;
    }

    /** In the flagger's own words, or empty. */
    public String words() {
        return words;
    }

    Instant flagged() {
        return flagged;
    }
}
