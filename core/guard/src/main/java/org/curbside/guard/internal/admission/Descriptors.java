package org.curbside.guard.internal.admission;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads the extension points and ids out of a component descriptor, without making a component. */
final class Descriptors extends DefaultHandler {

    private final List<Declared> declared = new ArrayList<>();
    private final List<ExtensionPoint> provided = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();
    private boolean configured;

    private Descriptors() {}

    /** What the components of one descriptor offer; leaves the stream open. */
    static List<Declared> read(InputStream descriptor) throws IOException {
        Descriptors handler = new Descriptors();
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(descriptor, handler);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(e.getMessage(), e);
        }
        return handler.declared;
    }

    @Override
    public void startElement(String uri, String name, String qualified, Attributes attributes) {
        if (name.equals("component")) {
            provided.clear();
            properties.clear();
            configured = given(attributes, "configuration-policy").equals("require");
        } else if (name.equals("provide")) {
            ExtensionPoint.ofType(given(attributes, "interface")).ifPresent(provided::add);
        } else if (name.equals("property")) {
            properties.put(given(attributes, "name"), given(attributes, "value"));
        }
    }

    @Override
    public void endElement(String uri, String name, String qualified) {
        if (name.equals("component")) {
            provided.forEach(point ->
                    declared.add(new Declared(point, properties.getOrDefault(point.property(), ""), configured)));
        }
    }

    private static String given(Attributes attributes, String name) {
        String value = attributes.getValue(name);
        return value == null ? "" : value;
    }
}
