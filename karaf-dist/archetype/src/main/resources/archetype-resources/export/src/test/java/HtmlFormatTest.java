package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.curbside.spi.export.ExportFormat;
import org.curbside.testkit.ExportFormatContract;
import org.curbside.testkit.SampleRelease;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The contract tries what every format must hold. A page is read back by Java's XML parser, which had no part in it. */
class HtmlFormatTest extends ExportFormatContract {

    @Override
    protected ExportFormat format() {
        return new HtmlFormat();
    }

    @Override
    protected List<List<String>> read(byte[] file, String table) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Element found : elements(page(file).getDocumentElement(), "table")) {
            if (found.getAttribute("id").equals(table)) {
                elements(found, "tr").forEach(row -> rows.add(cells(row)));
            }
        }
        return rows;
    }

    @Override
    protected String text(byte[] file) throws IOException {
        return page(file).getDocumentElement().getTextContent();
    }

    @Test
    void no_element_comes_from_a_text() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format().write(SampleRelease.small(), out);
        assertThat(elements(page(out.toByteArray()).getDocumentElement(), "b")).isEmpty();
    }

    private static List<String> cells(Element row) {
        return elements(row, "*").stream().map(Element::getTextContent).toList();
    }

    private static List<Element> elements(Element in, String tag) {
        NodeList nodes = in.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document page(byte[] file) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }
}
