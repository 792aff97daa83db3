package org.curbside.membership.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curbside.membership.internal.Membership.PASSWORD;

import java.time.Duration;
import org.curbside.api.membership.Dormant;
import org.curbside.api.membership.Member;
import org.curbside.membership.internal.store.AccountStore;
import org.junit.jupiter.api.Test;

class RollTest {

    private final Membership membership = new Membership();
    private final Roll roll = new Roll(new AccountStore(membership.jpa), membership.clock);

    @Test
    void a_member_is_one_until_dormant_or_banned() {
        Member heron = membership.member("Heron");
        assertThat(roll.find(heron.id())).containsInstanceOf(Member.class);
        membership.clock.pass(Duration.ofDays(60));
        assertThat(roll.find(heron.id())).containsInstanceOf(Dormant.class);
        membership.banishments.ban("Porter", "Heron", "For the test.");
        assertThat(roll.find(heron.id())).isEmpty();
    }

    @Test
    void operators_and_nobody_are_no_members() {
        long operator = membership.reception.addOperator("Porter", PASSWORD).id();
        assertThat(roll.find(operator)).isEmpty();
        assertThat(roll.find(operator + 1)).isEmpty();
    }
}
