package org.curbside.api.membership;

/**
 * The ways into an account, beside its passkeys.
 *
 * @param password whether it has one
 * @param authenticator whether a password needs the code of an authenticator app too
 * @param recoveryCodes how many codes that stand in for the app's are left
 * @param confirmed whether dangerous things can be done in this session without a further confirmation
 */
public record Access(boolean password, boolean authenticator, int recoveryCodes, boolean confirmed) {}
