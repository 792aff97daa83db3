package org.curbside.testkit.standin;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The public SOAP service of the BIG register of the Netherlands, its operation {@code ListHcpApprox4}: whoever asks for a
 * number gets everyone who has it, none or several, and a fault when asked otherwise. Nobody is in it at first.
 */
public final class BigStandIn extends StandIn {

    /** What an end is that is not set. */
    public static final String NO_END = "0001-01-01T00:00:00";

    private static final String NO_MARKS = "<Mention/><JudgmentProvision/><Limitation/>";
    private static final Pattern NUMBER = Pattern.compile("<RegistrationNumber>([^<]*)</RegistrationNumber>");
    private static final Pattern QUESTION =
            Pattern.compile("(?s).*<listHcpApproxRequest xmlns=\"http://services\\.cibg\\.nl/ExternalUser\">.*");

    private final Map<String, String> answers = new ConcurrentHashMap<>();

    /** Answers questions for that number with this document, whatever it is. */
    public BigStandIn answer(String number, String xml) {
        answers.put(number, xml);
        return this;
    }

    /** The document that lists professionals, each as {@link #professional} gives it. */
    public static String list(String... professionals) {
        return envelope("<ListHcpApprox4Result xmlns=\"http://services.cibg.nl/ExternalUser\"><ListHcpApprox>"
                + String.join("", professionals) + "</ListHcpApprox></ListHcpApprox4Result>");
    }

    /**
     * A professional with one registration.
     *
     * @param family the name at birth
     * @param group "01" for physicians
     * @param marks elements such as {@code <JudgmentProvision>}, or empty
     */
    public static String professional(
            String number, String initials, String family, String group, String end, String marks) {
        return """
                <ListHcpApprox4><BirthSurname>%s</BirthSurname><MailingName>%s %s</MailingName><Prefix/>
                <Initial>%s</Initial><Gender>V</Gender>
                <WorkAddress1><AddressTo/><StreetName>Voorbeeldstraat</StreetName><HouseNumber>12</HouseNumber>
                <HouseNumberAddition>a</HouseNumberAddition><PostalCode>1234 AB</PostalCode><City>Voorbeeldstad</City>
                <CountryCode xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/></WorkAddress1>
                <ArticleRegistration><ArticleRegistrationExtApp>
                <ArticleRegistrationNumber>%s</ArticleRegistrationNumber>
                <ArticleRegistrationStartDate>1998-02-06T00:00:00</ArticleRegistrationStartDate>
                <ArticleRegistrationEndDate>%s</ArticleRegistrationEndDate>
                <ProfessionalGroupCode>%s</ProfessionalGroupCode></ArticleRegistrationExtApp></ArticleRegistration>
                <Specialism/>%s</ListHcpApprox4>"""
                .formatted(family, initials, family, initials, number, end, group, marks.isEmpty() ? NO_MARKS : marks);
    }

    /** A fault as SOAP 1.1 writes it; it comes with the status 500. */
    public static String fault(String code, String message) {
        return envelope("<soap:Fault><faultcode>soap:" + code + "</faultcode><faultstring>" + message
                + "</faultstring><detail/></soap:Fault>");
    }

    private static String envelope(String body) {
        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>"
                + "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    @Override
    protected Reply reply(Asked asked) {
        Matcher number = NUMBER.matcher(asked.body());
        if (!asked.method().equals("POST") || !QUESTION.matcher(asked.body()).matches() || !number.find()) {
            return xml(500, fault("Client", "Server was unable to read request."));
        }
        return xml(200, answers.getOrDefault(number.group(1), list()));
    }

    private static Reply xml(int status, String body) {
        return new Reply(status, "text/xml; charset=utf-8", body, "");
    }
}
