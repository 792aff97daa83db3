package org.curbside.web.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.curbside.api.identity.Call;
import org.curbside.api.identity.DeskOffice;
import org.curbside.api.identity.Letter;
import org.curbside.api.identity.LetterBatch;
import org.curbside.api.paging.Page;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;

/** How the licence desk reaches physicians: its letters and calls, for operators. */
public final class OutreachPages {

    private static final String CALLS = "/office/calls";
    private static final String LETTERS = "/office/letters";
    private static final int SHOWN = 25;

    private final Slice<DeskOffice> office;

    OutreachPages(Slices slices) {
        office = slices.of(DeskOffice.class);
    }

    List<Route> routes() {
        return List.of(
                Route.form(CALLS, this::calls),
                Route.form(LETTERS, this::letters),
                Route.shown(LETTERS + "/([0-9]{1,18})\\.pdf", this::print));
    }

    /** No outcome is one that nobody has chosen. */
    private void calls(Exchange exchange) throws IOException {
        String operator = exchange.operator();
        if (!exchange.post()) {
            exchange.page("office-calls.jte", callsPage(exchange, Form.EMPTY));
            return;
        }
        try {
            String outcome = exchange.parameter("outcome");
            if (!List.of("reached", "not-reached").contains(outcome)) {
                throw Refusal.invalid("outcome-missing", "outcome", "Choose what the call came to.");
            }
            long number = exchange.number("case", 0);
            office.get().called(operator, number, outcome.equals("reached"), exchange.parameter("reason"));
            exchange.seeOther(CALLS);
        } catch (Refusal refusal) {
            Form form = Form.of(exchange, refusal, "case", "outcome", "reason");
            exchange.again("office-calls.jte", callsPage(exchange, form), refusal);
        }
    }

    private CallsPage callsPage(Exchange exchange, Form form) {
        Page<Call> calls = office.get().calls(exchange.number("after", 0), SHOWN);
        return new CallsPage(
                exchange.frame("Calls", form),
                calls.items(),
                calls.next().isPresent() ? CALLS + "?after=" + calls.next().getAsLong() : "",
                form);
    }

    private void letters(Exchange exchange) throws IOException {
        String operator = exchange.operator();
        if (!exchange.post()) {
            exchange.page("office-letters.jte", lettersPage(exchange, Form.EMPTY));
            return;
        }
        try {
            exchange.seeOther(
                    LETTERS + "?printed=" + office.get().batch(operator).number());
        } catch (Refusal refusal) {
            exchange.again("office-letters.jte", lettersPage(exchange, Form.of(exchange, refusal)), refusal);
        }
    }

    private LettersPage lettersPage(Exchange exchange, Form form) {
        Page<Letter> letters = office.get().letters(exchange.number("after", 0), SHOWN);
        Page<LetterBatch> batches = office.get().batches(exchange.number("before", Long.MAX_VALUE), SHOWN);
        return new LettersPage(
                exchange.frame("Letters", form),
                letters.items(),
                letters.next().isPresent()
                        ? LETTERS + "?after=" + letters.next().getAsLong()
                        : "",
                batches.items(),
                batches.next().isPresent()
                        ? LETTERS + "?before=" + batches.next().getAsLong() + "#batches"
                        : "",
                exchange.number("printed", 0),
                form);
    }

    private void print(Exchange exchange) throws IOException {
        exchange.operator();
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        office.get().print(exchange.numberInPath(), pdf);
        exchange.file("application/pdf", "letters-" + exchange.numberInPath() + ".pdf", pdf);
    }

    /**
     * Physicians who wait to be called.
     *
     * @param more the address of the next part, or empty
     */
    public record CallsPage(Frame frame, List<Call> calls, String more, Form form) {

        /** What a call can come to. */
        public static final List<Choice> OUTCOMES = List.of(
                new Choice("reached", "I told the physician the code", null),
                new Choice("not-reached", "I did not reach the physician", null));

        /** What was filled in for a call, if it was not taken; its fields have names of their own on the page. */
        public Form telling(Call call) {
            boolean own = form.value("case").equals("" + call.number());
            return (own ? form : Form.EMPTY).marked("-" + call.number());
        }

        /** Why something was refused about a call that is none any more. */
        public Form gone() {
            boolean shown = calls.stream().anyMatch(call -> form.value("case").equals("" + call.number()));
            return shown ? Form.EMPTY : form;
        }
    }

    /**
     * Letters that are not answered, and batches.
     *
     * @param more the address of the next part, or empty
     * @param older the address of older batches, or empty
     * @param printed the batch that was just made, or 0
     */
    public record LettersPage(
            Frame frame,
            List<Letter> letters,
            String more,
            List<LetterBatch> batches,
            String older,
            long printed,
            Form form) {}
}
