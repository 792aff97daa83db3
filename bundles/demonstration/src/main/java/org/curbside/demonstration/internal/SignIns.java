package org.curbside.demonstration.internal;

import java.util.List;
import java.util.function.Supplier;
import org.curbside.api.membership.Accounts;
import org.curbside.api.membership.Member;
import org.curbside.api.membership.Moderators;
import org.curbside.api.slice.Slices;

/** Opens the accounts of a client's analyst and of an operator, and makes moderators of members. */
final class SignIns {

    static final String CLIENT = "analyst";
    static final String OPERATOR = "operator";

    private final Accounts accounts;
    private final Moderators moderators;
    private final Supplier<String> passwords;

    SignIns(Slices slices, Supplier<String> passwords) {
        this.accounts = slices.of(Accounts.class).get();
        this.moderators = slices.of(Moderators.class).get();
        this.passwords = passwords;
    }

    void moderators(List<Member> members) {
        members.forEach(member -> moderators.appoint(member.name()));
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
