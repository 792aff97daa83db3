package org.curbside.verification.big;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.curbside.spi.verification.RegistryUnavailable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** A SOAP 1.1 answer. Whatever else it may be, such as a fault, is no answer; a document type is not even read. */
final class Envelope {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String BIG = "http://services.cibg.nl/ExternalUser";

    private Envelope() {}

    /** Everyone whom it lists. */
    static List<Professional> read(String xml) throws RegistryUnavailable {
        Element envelope = parse(xml);
        if (!is(envelope, SOAP, "Envelope")) {
            throw unknown();
        }
        List<Element> parts = children(envelope).stream()
                .filter(part -> !is(part, SOAP, "Header"))
                .toList();
        if (parts.size() != 1 || !is(parts.get(0), SOAP, "Body")) {
            throw unknown();
        }
        Element result = only(parts.get(0), BIG, "ListHcpApprox4Result");
        List<Professional> professionals = new ArrayList<>();
        for (Element list : children(result, "ListHcpApprox")) {
            for (Element professional : children(list, "ListHcpApprox4")) {
                professionals.add(new Professional(professional));
            }
        }
        return professionals;
    }

    static RegistryUnavailable unknown() {
        return new RegistryUnavailable("The BIG register answered in a way that is not known of it.");
    }

    /** Its children, whatever they are, that are not marked as absent. */
    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && !element.getAttributeNS(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "nil")
                            .equals("true")) {
                children.add(element);
            }
        }
        return children;
    }

    /** Those of that name. */
    static List<Element> children(Element parent, String name) {
        return children(parent).stream().filter(child -> is(child, BIG, name)).toList();
    }

    /** What stands in its first child of that name, or nothing. */
    static String text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(Element::getTextContent)
                .map(String::strip)
                .orElse("");
    }

    private static Element only(Element parent, String namespace, String name) throws RegistryUnavailable {
        List<Element> found = children(parent);
        if (found.size() != 1 || !is(found.get(0), namespace, name)) {
            throw unknown();
        }
        return found.get(0);
    }

    private static boolean is(Element element, String namespace, String name) {
        return namespace.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static Element parse(String xml) throws RegistryUnavailable {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Strict());
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw unknown();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("The JDK's parser for XML cannot be made safe.", e);
        }
    }

    /** The one that there would be else prints. */
    private static final class Strict implements ErrorHandler {

        @Override
        public void warning(SAXParseException warning) throws SAXException {
            throw warning;
        }

        @Override
        public void error(SAXParseException error) throws SAXException {
            throw error;
        }

        @Override
        public void fatalError(SAXParseException error) throws SAXException {
            throw error;
        }
    }
}
