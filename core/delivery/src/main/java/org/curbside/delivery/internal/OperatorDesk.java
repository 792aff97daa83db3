package org.curbside.delivery.internal;

import org.curbside.api.delivery.MailOffice;
import org.curbside.api.refusal.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where operators see whether mails go out. */
@Component
public final class OperatorDesk implements MailOffice {

    private final PostOffice office;
    private final Tally tally;

    /** Sends by {@code office}. */
    @Activate
    public OperatorDesk(@Reference PostOffice office, @Reference Tally tally) {
        this.office = office;
        this.tally = tally;
    }

    @Override
    public String test(String address) {
        PostOffice.Sender by = office.sender().orElseThrow(() -> Refusal.conflict("no-mail-here", office.problem()));
        MailAddress to = MailAddress.read(address.strip())
                .orElseThrow(() -> Refusal.invalid("address-malformed", "address", "That is no e-mail address."));
        Relay.Reply reply = office.send(by, to, Letter.test(by.name(), by.origin()));
        if (reply.outcome() != Relay.Outcome.TAKEN) {
            throw Refusal.conflict("mail-not-taken", reply.words());
        }
        return reply.words();
    }

    @Override
    public Counts counts() {
        return tally.counts();
    }
}
