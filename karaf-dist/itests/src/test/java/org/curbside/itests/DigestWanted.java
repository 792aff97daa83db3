package org.curbside.itests;

import static org.curbside.itests.OperatorsDayIT.instance;
import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.json;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/** A member gives an address, shows that it is theirs, and somebody ends it by one click; the mail server is a real one. */
public class DigestWanted {

    private static final Pattern CODE = Pattern.compile("\r\n([0-9]{6})\r\n");
    private static final Pattern LINK = Pattern.compile("List-Unsubscribe: <[^>]*(/unsubscribe/[^>]*)>");

    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final Path settings = instance().etc().resolve("org.curbside.delivery.cfg");
    private SMTPServer mailServer;
    private String before;

    @Before
    public void open() throws IOException {
        before = Files.readString(settings);
        mailServer = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .simpleMessageListener(new Taker())
                .build();
        mailServer.start();
    }

    @After
    public void close() throws IOException {
        mailServer.stop();
        Files.writeString(settings, before);
    }

    @Test
    public void anAddressIsConfirmedAndEndedByOneClick() throws Exception {
        Client member = OperatorsDayIT.internists().get(0);
        Client stranger = Client.of(instance().url());
        String address = json("address", "ada@there.example");
        assertProblem(409, "no-mail-here", member.putJson("/api/delivery/address", address));
        Files.writeString(
                settings,
                String.join(
                        "\n",
                        "host = 127.0.0.1",
                        "port = " + mailServer.getPortAllocated(),
                        "security = NONE",
                        "from = news@community.example",
                        "origin = http://localhost"));
        Patience.until(
                "mail is offered", () -> member.get("/api/delivery").body().contains("\"mailOffered\":true"));
        expect(200, member.putJson("/api/delivery/address", address));
        String mail = mails.get(0);
        Matcher code = CODE.matcher(mail);
        assertTrue(mail, code.find());
        HttpResponse<String> confirmed =
                member.postJson("/api/delivery/address/confirmation", json("code", code.group(1)));
        assertTrue(confirmed.body(), confirmed.body().contains("\"CONFIRMED\",\"address\":\"a…@…example\""));

        Matcher link = LINK.matcher(mail);
        assertTrue(mail, link.find());
        assertTrue(stranger.get(link.group(1)).body().contains("End it"));
        assertTrue(member.get("/notifications").body().contains("The digest goes to a…@…example"));
        expect(200, stranger.postForm(link.group(1), "List-Unsubscribe=One-Click"));
        assertTrue(member.get("/api/delivery").body().contains("\"mail\":\"NONE\""));
        assertEquals(
                404,
                stranger.postForm("/unsubscribe/other", "List-Unsubscribe=One-Click")
                        .statusCode());

        RunningInstance.Outcome test = instance().command("curbside:mail-test operator@there.example");
        assertTrue(test.said(), test.said().contains("has taken it: 250"));
    }

    /** Keeps what the server takes. */
    private final class Taker implements SimpleMessageListener {

        @Override
        public boolean accept(String from, String to) {
            return true;
        }

        @Override
        public void deliver(String from, String to, InputStream data) throws IOException {
            mails.add(new String(data.readAllBytes(), StandardCharsets.US_ASCII));
        }
    }
}
