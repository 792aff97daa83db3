package org.curbside.demonstration.internal;

import java.util.function.Supplier;
import org.curbside.api.membership.Accounts;
import org.curbside.api.slice.Slices;

/** Opens the accounts of a client's analyst and of an operator. */
final class SignIns {

    static final String CLIENT = "analyst";
    static final String OPERATOR = "operator";

    private final Accounts accounts;
    private final Supplier<String> passwords;

    SignIns(Slices slices, Supplier<String> passwords) {
        this.accounts = slices.of(Accounts.class).get();
        this.passwords = passwords;
    }

    String client() {
        String password = passwords.get();
        accounts.addAnalyst(CLIENT, password, "County Health");
        return password;
    }

    String operator() {
        String password = passwords.get();
        accounts.addOperator(OPERATOR, password);
        return password;
    }
}
