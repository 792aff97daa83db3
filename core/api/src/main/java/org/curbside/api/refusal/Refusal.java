package org.curbside.api.refusal;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The platform will not do what it was asked. Nothing has been stored. The message is shown to whoever asked, so it says
 * what to do and never why the machine is in trouble.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What sort of refusal this is; a door chooses its own way of saying so (HTTP: the status). */
    public enum Kind {
        /** The input breaks a rule; another input will do. */
        INVALID,
        /** There is no such thing, or not for the one who asks. */
        NOT_FOUND,
        /** The input is well formed, but what is there already forbids it. */
        CONFLICT,
        /** Whoever asks has to sign in first. */
        SIGN_IN,
        /** Whoever asks may not do this. */
        FORBIDDEN,

        /** What it needs is being replaced; the same will do in a while. */
        UNAVAILABLE,
        /** Whoever asks has done that too often; the same will do in a while. */
        TOO_MANY
    }

    private final Kind kind;
    private final String name;
    private final @Nullable String field;
    private final int retryAfterSeconds;
    private final List<Finding> findings;

    private Refusal(Kind kind, String name, @Nullable String field, String message) {
        this(kind, name, field, message, 0, List.of());
    }

    private Refusal(
            Kind kind,
            String name,
            @Nullable String field,
            String message,
            int retryAfterSeconds,
            List<Finding> findings) {
        super(Objects.requireNonNull(message), null, false, false);
        this.kind = kind;
        this.name = name;
        this.field = field;
        this.retryAfterSeconds = retryAfterSeconds;
        this.findings = List.copyOf(findings);
    }

    /**
     * An input that breaks a rule.
     *
     * @param name the rule's lasting name in kebab case, such as {@code question-title-length}
     * @param field the input field at fault
     * @param message what to do about it
     */
    public static Refusal invalid(String name, String field, String message) {
        return new Refusal(Kind.INVALID, name, field, message);
    }

    /** An input that could identify a patient, with every place where it could. {@code field} is the first of them. */
    public static Refusal invalid(String name, String field, String message, List<Finding> findings) {
        return new Refusal(Kind.INVALID, name, field, message, 0, findings);
    }

    /** Something that is not there. {@code name} is lasting, such as {@code no-such-question}. */
    public static Refusal notFound(String name, String message) {
        return new Refusal(Kind.NOT_FOUND, name, null, message);
    }

    /** Something that what is there already forbids. {@code name} is lasting, such as {@code own-comment}. */
    public static Refusal conflict(String name, String message) {
        return new Refusal(Kind.CONFLICT, name, null, message);
    }

    /** Something that is only for those who signed in. */
    public static Refusal signIn(String name, String message) {
        return new Refusal(Kind.SIGN_IN, name, null, message);
    }

    /** Something that this visitor may not do. {@code name} is lasting, such as {@code members-only}. */
    public static Refusal forbidden(String name, String message) {
        return new Refusal(Kind.FORBIDDEN, name, null, message);
    }

    /**
     * Something whose add-on is away for a while; everything else goes on.
     *
     * @param name lasting, such as {@code poll-type-away}
     * @param retryAfterSeconds after how many seconds another try is worth while
     */
    public static Refusal unavailable(String name, int retryAfterSeconds, String message) {
        return new Refusal(Kind.UNAVAILABLE, name, null, message, retryAfterSeconds, List.of());
    }

    /**
     * Something that was done too often.
     *
     * @param name lasting, such as {@code too-many-questions}
     * @param retryAfterSeconds after how many seconds it is not too often any more
     */
    public static Refusal tooMany(String name, int retryAfterSeconds, String message) {
        return new Refusal(Kind.TOO_MANY, name, null, message, retryAfterSeconds, List.of());
    }

    /** The sort of refusal. */
    public Kind kind() {
        return kind;
    }

    /** The refusal's lasting name in kebab case. */
    public String name() {
        return name;
    }

    /** The input field at fault, or null when no single field is. */
    public @Nullable String field() {
        return field;
    }

    /** After how many seconds another try is worth while; 0 unless it is {@link Kind#UNAVAILABLE} or {@link Kind#TOO_MANY}. */
    public int retryAfterSeconds() {
        return retryAfterSeconds;
    }

    /** Every place in the input that could identify a patient, in the order of the input; empty for all other refusals. */
    public List<Finding> findings() {
        return findings;
    }

    /** What to do about it, in a sentence for whoever asked. */
    public String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
