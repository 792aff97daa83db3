package org.curbside.delivery.internal;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** A mail, in ASCII: headers, a text, and the same text for those who read HTML. It carries nothing that tells when it is read. */
record Letter(String subject, List<String> paragraphs, Link link, List<String> headers) {

    /** So many questions that wait are told of and no more, see {@link org.curbside.api.content.Questions#waiting}. */
    private static final int MANY = 20;

    /** Where it leads. */
    record Link(String words, String address) {}

    /** With the code that shows that somebody reads what goes to an address, and a link for whoever did not ask for it. */
    static Letter code(String name, String code, String home, String unsubscription) {
        return new Letter(
                "Your code for " + name,
                List.of(
                        "Somebody has asked " + name + " to send news to this address. Type this code there:",
                        code,
                        "It is taken for a day. If that was not you, do nothing, and the address is deleted then; to have it deleted"
                                + " at once, open " + unsubscription),
                new Link(name, home),
                oneClick(unsubscription));
    }

    /** To see whether the relay takes mails. */
    static Letter test(String name, String home) {
        return new Letter(
                "A test of " + name,
                List.of("An operator of " + name + " has sent this to see whether mails arrive."),
                new Link(name, home),
                List.of());
    }

    /**
     * How much waits, and nothing of what.
     *
     * @param news of how many questions that the member watches there is something new
     * @param waiting on how many in the member's field nobody has advised
     * @param unsubscription where it is ended, by one click (RFC 8058)
     */
    static Letter digest(String name, int news, int waiting, Link inbox, String unsubscription) {
        List<String> paragraphs = new ArrayList<>();
        if (news > 0) {
            paragraphs.add(
                    news == 1
                            ? "There is something new on a question that you watch."
                            : "There is something new on " + news + " questions that you watch.");
        }
        if (waiting > 0) {
            paragraphs.add(
                    waiting == 1
                            ? "A question in your field waits for an answer."
                            : (waiting < MANY ? waiting : MANY + " or more")
                                    + " questions in your field wait for an answer.");
        }
        paragraphs.add("To get no more of these mails, open " + unsubscription);
        return new Letter(name + ": something waits for you", paragraphs, inbox, oneClick(unsubscription));
    }

    private static List<String> oneClick(String unsubscription) {
        return List.of(
                "List-Unsubscribe: <" + unsubscription + ">",
                "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
                "Precedence: bulk");
    }

    /**
     * As it goes over the wire.
     *
     * @param id random, so that it tells nothing
     */
    String message(MailAddress from, MailAddress to, Instant at, String id) {
        String boundary = "=_" + id;
        List<String> lines = new ArrayList<>(List.of(
                "From: " + from,
                "To: " + to,
                "Subject: " + subject,
                "Date: " + DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC)),
                "Message-ID: <" + id + "@" + from.domain() + ">",
                "Auto-Submitted: auto-generated"));
        lines.addAll(headers);
        lines.addAll(List.of(
                "MIME-Version: 1.0",
                "Content-Type: multipart/alternative; boundary=\"" + boundary + "\"",
                "",
                "--" + boundary,
                "Content-Type: text/plain; charset=us-ascii",
                "",
                String.join("\r\n\r\n", paragraphs),
                "",
                link.address(),
                "",
                "--" + boundary,
                "Content-Type: text/html; charset=us-ascii",
                "",
                html(),
                "--" + boundary + "--",
                ""));
        return String.join("\r\n", lines);
    }

    private String html() {
        StringBuilder html = new StringBuilder(
                "<!DOCTYPE html>\r\n<html lang=\"en\"><head><title>" + escaped(subject) + "</title></head><body>\r\n");
        paragraphs.forEach(
                one -> html.append("<p>").append(linked(escaped(one))).append("</p>\r\n"));
        return html.append("<p><a href=\"" + escaped(link.address()) + "\">" + escaped(link.words()) + "</a></p>\r\n")
                .append("</body></html>")
                .toString();
    }

    private static String linked(String text) {
        return text.replaceAll("(https?://\\S+)", "<a href=\"$1\">$1</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
