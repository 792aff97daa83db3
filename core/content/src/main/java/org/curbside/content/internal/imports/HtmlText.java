package org.curbside.content.internal.imports;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: paragraphs, list items and lines stay apart, what links to elsewhere keeps its words only. */
public final class HtmlText {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "pre", "blockquote", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "table", "div");

    private HtmlText() {}

    /** The text of a piece of HTML. */
    public static String of(String html) {
        StringBuilder text = new StringBuilder();
        NodeTraversor.traverse(
                new NodeVisitor() {
                    @Override
                    public void head(Node node, int depth) {
                        if (node instanceof TextNode words) {
                            text.append(isAsWritten(words) ? words.getWholeText() : words.text());
                        } else if (node instanceof Element element) {
                            text.append(before(element.normalName()));
                        }
                    }

                    @Override
                    public void tail(Node node, int depth) {
                        if (node instanceof Element element && PARAGRAPHS.contains(element.normalName())) {
                            text.append("\n\n");
                        }
                    }
                },
                Jsoup.parseBodyFragment(html).body());
        return text.toString()
                .replaceAll("[ \\t]+\\n", "\n")
                .replaceAll("\\n[ \\t]*\\n\\s*\\n", "\n\n")
                .strip();
    }

    private static boolean isAsWritten(TextNode words) {
        Element parent = words.parent();
        return parent != null && parent.closest("pre") != null;
    }

    private static String before(String element) {
        return switch (element) {
            case "br", "tr" -> "\n";
            case "li" -> "\n- ";
            case "td", "th" -> " ";
            case "img" -> "[image]";
            default -> PARAGRAPHS.contains(element) ? "\n\n" : "";
        };
    }
}
