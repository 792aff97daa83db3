package org.curbside.web.internal;

import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What members write, as it is shown: paragraphs, line breaks, lists, tables and emphasis of Markdown, and citations. All else that Markdown
 * knows stays as it was typed, for a line that begins with {@code >65 years} is no quotation, and {@code #1} no heading. So do the marks of
 * a list, since {@code - fever} and {@code + fever} say opposite things, its numbers, and asterisks within a word, as in {@code HLA-A*02:01}.
 * Nothing that was typed becomes a tag or an address, but the numbers of PubMed, PubMed Central and DOI.
 */
public final class Prose implements Content {

    private static final int DEEPEST = 20;

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(Set.of(ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    /** In characters, most of which take a byte; some ten thousand pieces of advice in a heap of 1 GB. */
    private static final int ROOM =
            (int) Math.min(Integer.MAX_VALUE / 4, Runtime.getRuntime().maxMemory() / 64);

    /** With which emphasis, code, links, tables and entities begin, and what may stand before a mark. */
    private static final String MARKS = "*_`[]<&\\|";

    private static final Pattern BETWEEN_PARAGRAPHS = Pattern.compile("\n{2,}");
    private static final int MOST_TAGS = 60;

    private static final Memory WRITTEN = new Memory(ROOM);

    private final String text;

    private Prose(String text) {
        this.text = text;
    }

    /** Of a text as it was typed. */
    public static Prose of(String text) {
        return new Prose(text);
    }

    @Override
    public void writeTo(TemplateOutput output) {
        output.writeContent(html());
    }

    String html() {
        return WRITTEN.of(text, Prose::written);
    }

    private static String written(String text) {
        if (isPlain(text)) {
            return plain(text);
        }
        return marked(text);
    }

    /** By the parser of Markdown. */
    static String marked(String text) {
        Writing writing = new Writing(text);
        PARSER.parse(text).accept(writing);
        return writing.html.toString();
    }

    /**
     * Whether there is nothing but paragraphs and lines in a text, as in most advice: the parser would make the same of it, and takes
     * longer for that than all else on a page.
     */
    static boolean isPlain(String text) {
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (MARKS.indexOf(character) >= 0 || (character < ' ' && character != '\n')) {
                return false;
            }
            boolean ends = i + 1 == text.length() || text.charAt(i + 1) == '\n';
            if ((begins || ends) && Character.isWhitespace(character) && character != '\n') {
                return false;
            }
            if (begins && (character == '-' || character == '+' || Character.isDigit(character))) {
                return false;
            }
            begins = character == '\n';
        }
        return !text.isEmpty() && text.charAt(0) != '\n';
    }

    /** Of a plain text. */
    private static String plain(String text) {
        StringBuilder html = new StringBuilder(text.length() + MOST_TAGS);
        for (String paragraph : BETWEEN_PARAGRAPHS.split(text, -1)) {
            if (!paragraph.isEmpty()) {
                html.append("<p>");
                Citations.write(paragraph.stripTrailing(), html);
                html.append("</p>");
            }
        }
        return html.toString();
    }

    /** Writes what is known, and of everything else what was typed. */
    private static final class Writing extends AbstractVisitor {
        private final String typed;
        private final StringBuilder html = new StringBuilder();

        Writing(String typed) {
            this.typed = typed;
        }

        private void tag(String name, String attributes, Node node) {
            html.append('<').append(name).append(attributes).append('>');
            visitChildren(node);
            html.append("</").append(name).append('>');
        }

        @Override
        public void visit(Paragraph paragraph) {
            boolean tight = paragraph.getParent() instanceof ListItem item
                    && item.getParent() instanceof ListBlock list
                    && list.isTight();
            if (tight) {
                visitChildren(paragraph);
            } else {
                tag("p", "", paragraph);
            }
        }

        @Override
        public void visit(Text node) {
            Citations.write(node.getLiteral(), html);
        }

        @Override
        public void visit(SoftLineBreak line) {
            html.append("<br>");
        }

        @Override
        public void visit(HardLineBreak line) {
            html.append("<br>");
        }

        @Override
        public void visit(Emphasis emphasis) {
            stressed("em", emphasis, emphasis);
        }

        @Override
        public void visit(StrongEmphasis emphasis) {
            stressed("strong", emphasis, emphasis);
        }

        private void stressed(String name, Node node, Delimited marks) {
            if (withinWord(node)) {
                html.append(marks.getOpeningDelimiter());
                visitChildren(node);
                html.append(marks.getClosingDelimiter());
            } else {
                tag(name, "", node);
            }
        }

        private boolean withinWord(Node node) {
            List<SourceSpan> spans = node.getSourceSpans();
            int start = spans.get(0).getInputIndex();
            SourceSpan last = spans.get(spans.size() - 1);
            int end = last.getInputIndex() + last.getLength();
            return (start > 0 && Character.isLetterOrDigit(typed.codePointBefore(start)))
                    || (end < typed.length() && Character.isLetterOrDigit(typed.codePointAt(end)));
        }

        @Override
        public void visit(BulletList list) {
            String mark = Objects.requireNonNullElse(list.getMarker(), "*");
            String look = mark.equals("-") ? "minus" : mark.equals("+") ? "plus" : "point";
            tag("ul", " class=\"" + look + "\"", list);
        }

        @Override
        public void visit(OrderedList list) {
            tag("ol", "", list);
        }

        @Override
        public void visit(ListItem item) {
            String number = item.getParent() instanceof OrderedList ? " value=\"" + number(item) + "\"" : "";
            tag("li", number, item);
        }

        /** As it was typed; Markdown would count on from the first. */
        private int number(ListItem item) {
            int end = item.getSourceSpans().get(0).getInputIndex();
            int number = 0;
            while (end < typed.length() && Character.isDigit(typed.charAt(end))) {
                number = 10 * number + Character.digit(typed.charAt(end), 10);
                end++;
            }
            return number;
        }

        @Override
        public void visit(CustomBlock block) {
            if (block instanceof TableBlock) {
                html.append("<div class=\"wide\" role=\"region\" aria-label=\"Table\" tabindex=\"0\">");
                tag("table", "", block);
                html.append("</div>");
            } else {
                asTyped(block);
            }
        }

        @Override
        public void visit(CustomNode node) {
            if (node instanceof TableCell cell) {
                String look = cell.getAlignment() == TableCell.Alignment.RIGHT ? " class=\"number\"" : "";
                tag(cell.isHeader() ? "th" : "td", (cell.isHeader() ? " scope=\"col\"" : "") + look, cell);
            } else if (node instanceof TableRow) {
                tag("tr", "", node);
            } else {
                tag(node instanceof TableHead ? "thead" : "tbody", "", node);
            }
        }

        @Override
        public void visit(Code code) {
            asTyped(code);
        }

        @Override
        public void visit(HtmlInline tag) {
            asTyped(tag);
        }

        @Override
        public void visit(Image image) {
            asTyped(image);
        }

        @Override
        public void visit(Link link) {
            asTyped(link);
        }

        @Override
        public void visit(LinkReferenceDefinition definition) {
            html.append("<p>");
            asTyped(definition);
            html.append("</p>");
        }

        private void asTyped(Node node) {
            String source = node.getSourceSpans().stream()
                    .map(span -> typed.substring(span.getInputIndex(), span.getInputIndex() + span.getLength()))
                    .collect(Collectors.joining("\n"));
            Citations.write(source, html);
        }
    }

    /** The numbers by which literature is found, wherever they stand. Nobody's address is called by showing them. */
    private static final class Citations {
        private static final Pattern CITED = Pattern.compile(
                "(?:https?://(?:www\\.ncbi\\.nlm\\.nih\\.gov/pubmed|pubmed\\.ncbi\\.nlm\\.nih\\.gov)/|\\bPMID:? ?)(?<pubmed>[0-9]{1,8})\\b/?"
                        + "|\\b(?<central>PMC[0-9]{4,9})\\b"
                        + "|(?:\\bhttps?://(?:dx\\.)?doi\\.org/|\\bdoi: ?|\\b)(?<doi>10\\.[0-9]{4,9}/[^\\s\"<>]+)",
                Pattern.CASE_INSENSITIVE);

        private Citations() {}

        static void write(String text, StringBuilder html) {
            if (!mayCite(text)) {
                escape(text, html);
                return;
            }
            Matcher cited = CITED.matcher(text);
            int written = 0;
            while (cited.find(written)) {
                escape(text.substring(written, cited.start()), html);
                written = cited.end();
                @Nullable String pubmed = cited.group("pubmed");
                @Nullable String central = cited.group("central");
                if (pubmed != null) {
                    link("https://pubmed.ncbi.nlm.nih.gov/" + pubmed + "/", "PubMed " + pubmed, html);
                } else if (central != null) {
                    link("https://pmc.ncbi.nlm.nih.gov/articles/" + central + "/", central, html);
                } else {
                    String doi = withoutSentence(Objects.requireNonNull(cited.group("doi")));
                    written = cited.start("doi") + doi.length();
                    link("https://doi.org/" + encoded(doi), "doi:" + doi, html);
                }
            }
            escape(text.substring(written), html);
        }

        /** Most texts cite nothing, and to look for that everywhere by a pattern takes longer than all else on a page. */
        private static boolean mayCite(String text) {
            for (int i = 0; i < text.length(); i++) {
                switch (text.charAt(i)) {
                    case '1' -> {
                        if (text.startsWith("10.", i)) {
                            return true;
                        }
                    }
                    case 'p', 'P' -> {
                        if (isAt("PMID", text, i) || isAt("PMC", text, i) || isAt("pubmed", text, i)) {
                            return true;
                        }
                    }
                    default -> {}
                }
            }
            return false;
        }

        private static boolean isAt(String mark, String text, int at) {
            return text.regionMatches(true, at, mark, 0, mark.length());
        }

        /** What ends a sentence or a bracket around it is no part of it. */
        private static String withoutSentence(String doi) {
            int end = doi.length();
            int open = (int) doi.chars().filter(character -> character == '(').count();
            int closed = (int) doi.chars().filter(character -> character == ')').count();
            while (end > 0) {
                char last = doi.charAt(end - 1);
                if (last == ')' && closed > open) {
                    closed--;
                } else if (".,;:!?'’”]}".indexOf(last) < 0) {
                    break;
                }
                end--;
            }
            return doi.substring(0, end);
        }

        private static String encoded(String doi) {
            StringBuilder encoded = new StringBuilder();
            for (byte octet : doi.getBytes(StandardCharsets.UTF_8)) {
                char character = (char) (octet & 0xff);
                boolean plain = character < 0x80
                        && (Character.isLetterOrDigit(character) || "-._~/:;()+,=@!$*".indexOf(character) >= 0);
                encoded.append(plain ? "" + character : String.format("%%%02X", octet & 0xff));
            }
            return encoded.toString();
        }

        private static void link(String address, String label, StringBuilder html) {
            html.append("<a class=\"citation\" rel=\"external noopener noreferrer nofollow\" href=\"");
            escape(address, html);
            html.append("\">");
            escape(label, html);
            html.append("</a>");
        }

        private static void escape(String text, StringBuilder html) {
            for (int i = 0; i < text.length(); i++) {
                char character = text.charAt(i);
                switch (character) {
                    case '&' -> html.append("&amp;");
                    case '<' -> html.append("&lt;");
                    case '>' -> html.append("&gt;");
                    case '"' -> html.append("&quot;");
                    case '\'' -> html.append("&#39;");
                    case '\n' -> html.append("<br>");
                    default -> html.append(character);
                }
            }
        }
    }
}
