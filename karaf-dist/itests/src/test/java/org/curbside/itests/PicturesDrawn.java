package org.curbside.itests;

import static org.curbside.itests.People.expect;
import static org.curbside.itests.People.field;
import static org.curbside.itests.People.json;
import static org.curbside.itests.Problem.assertProblem;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import javax.inject.Inject;
import org.apache.karaf.features.BootFinished;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.ops4j.pax.exam.util.Filter;
import org.osgi.framework.BundleContext;

/** Pictures come with a form or to the API, and are served as they were drawn anew. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public class PicturesDrawn {

    static final String SHOWN = "alt=Lead+II%2C+irregular&unrecognisable=true";

    private static final String MEDICINE = "207R00000X";
    private static final String BETWEEN = "----between";
    private static final String BEHIND_THE_END = "Jane Doe";

    @Inject
    @SuppressWarnings("unused")
    @Filter(timeout = Patience.BOOT_MILLIS)
    private BootFinished bootFinished;

    @Inject
    private BundleContext context;

    private Client author;
    private Client reader;

    @Configuration
    public Option[] distribution() throws IOException {
        return Distribution.onFreePorts();
    }

    @Before
    public void meet() throws Exception {
        author = new People(context).member(0);
        reader = new People(context).member(1);
    }

    @Test
    public void aFormBringsThemAndWhatIsTypedBesideThemStaysAsItWasTyped() throws Exception {
        HttpResponse<String> refused = ask(author, "Lead II", "");
        expect(400, refused);
        assertTrue(
                refused.body(),
                refused.body().contains("Is 25 µg – “enough”?")
                        && refused.body().contains("Choose the pictures again")
                        && refused.body().contains("href=\"#unrecognisable\""));

        HttpResponse<String> asked = ask(author, "Lead II – irregular", "yes");
        expect(303, asked);
        String address = asked.headers().firstValue("Location").orElseThrow();
        String page = reader.get(address).body();
        assertTrue(page, page.contains("Is 25 µg – “enough”?"));
        assertTrue(
                page,
                page.contains("<img src=\"/api" + address + "/images/1\" alt=\"Lead II – irregular\" width=\"300\""));
        assertTrue(reader.get("/").body().contains("<span>1 picture</span>"));

        HttpResponse<byte[]> image =
                reader.send(reader.request("/api" + address + "/images/1"), BodyHandlers.ofByteArray());
        assertEquals("image/png", image.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(
                "nosniff", image.headers().firstValue("X-Content-Type-Options").orElseThrow());
        assertEquals(
                "private, no-cache", image.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(300, ImageIO.read(new ByteArrayInputStream(image.body())).getWidth());
        assertFalse(new String(image.body(), StandardCharsets.ISO_8859_1).contains(BEHIND_THE_END));
        String tag = image.headers().firstValue("ETag").orElseThrow();
        expect(304, reader.send(reader.request("/api" + address + "/images/1").header("If-None-Match", tag)));
        assertProblem(401, "sign-in-required", Client.ofTheFrontDoor().get("/api" + address + "/images/1"));
        assertProblem(404, "no-such-image", reader.get("/api" + address + "/images/2"));

        HttpResponse<String> unsigned = ask(Client.ofTheFrontDoor(), "Lead II – irregular", "yes");
        assertTrue(unsigned.body(), unsigned.body().contains("Is 25 µg – “enough”?"));
    }

    @Test
    public void theAuthorAddsThemAndRemovesThem() throws Exception {
        String id = field(
                author.postJson(
                        "/api/questions",
                        json(
                                "specialty",
                                MEDICINE,
                                "title",
                                "Is this flutter?",
                                "text",
                                "Palpitations, otherwise well.")),
                "id");
        String images = "/api/questions/" + id + "/images";
        HttpResponse<String> added = send(author, images + "?" + SHOWN, "image/png", strip());
        expect(201, added);
        assertTrue(
                added.body(),
                added.body()
                        .contains("\"images\":[{\"number\":1,\"address\":\"" + images
                                + "/1\",\"alt\":\"Lead II, irregular\",\"width\":300,\"height\":80}]"));
        byte[] gif = "GIF89a".getBytes(StandardCharsets.US_ASCII);
        assertProblem(400, "image-unreadable", send(author, images + "?" + SHOWN, "image/png", gif));
        assertProblem(400, "image-missing", send(author, images + "?" + SHOWN, "image/png", new byte[0]));
        assertProblem(400, "image-description-length", send(author, images, "image/png", strip()));
        assertProblem(400, "image-not-confirmed", send(author, images + "?alt=Lead+II", "image/png", strip()));
        assertProblem(403, "not-the-author", send(reader, images + "?" + SHOWN, "image/png", strip()));
        expect(415, send(author, images + "?" + SHOWN, "image/gif", gif));

        String edit = author.get("/questions/" + id + "/edit").body();
        assertTrue(edit, edit.contains("action=\"/questions/" + id + "/images\" enctype=\"multipart/form-data\""));
        expect(303, form(author, "/questions/" + id + "/images", "image", "alt", "Lead V1 – the same", "yes"));
        assertTrue(reader.get("/questions/" + id).body().contains("<figcaption>Lead V1 – the same</figcaption>"));
        expect(303, author.postForm("/questions/" + id + "/images", "remove=2"));
        assertProblem(404, "no-such-image", reader.get(images + "/2"));
        expect(200, author.send(author.request(images + "/1").DELETE()));
        assertTrue(reader.get("/api/questions/" + id).body().contains("\"images\":[]"));
    }

    private static HttpResponse<String> ask(Client client, String shown, String unrecognisable) throws Exception {
        return form(client, "/ask", "image1", "alt1", shown, unrecognisable);
    }

    /** As a browser sends it. */
    private static HttpResponse<String> form(
            Client client, String address, String file, String alt, String shown, String unrecognisable)
            throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        write(body, "specialty", MEDICINE);
        write(body, "title", "Is 25 µg – “enough”?");
        write(body, "text", "Levothyroxine in a patient of 80 years with atrial fibrillation.");
        write(body, alt, shown);
        if (!unrecognisable.isEmpty()) {
            write(body, "unrecognisable", unrecognisable);
        }
        write(body, "image2\"; filename=\"", "");
        body.writeBytes(("--" + BETWEEN + "\r\nContent-Disposition: form-data; name=\"" + file
                        + "\"; filename=\"strip.png\"\r\nContent-Type: image/png\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(strip());
        body.writeBytes(("\r\n--" + BETWEEN + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(client, address, "multipart/form-data; boundary=" + BETWEEN, body.toByteArray());
    }

    private static void write(ByteArrayOutputStream body, String name, String value) {
        body.writeBytes(
                ("--" + BETWEEN + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    static HttpResponse<String> send(Client client, String address, String mediaType, byte[] body) throws Exception {
        return client.send(
                client.request(address).header("Content-Type", mediaType).POST(BodyPublishers.ofByteArray(body)));
    }

    /** A line, and a name where nobody sees it. */
    static byte[] strip() throws IOException {
        BufferedImage image = new BufferedImage(300, 80, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.PINK);
        graphics.fillRect(0, 0, 300, 80);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        out.writeBytes(BEHIND_THE_END.getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }
}
