package org.curbside.screening.phi;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Letters of other scripts that look like Latin ones (after Unicode Technical Standard 39, confusables). */
final class LookAlikes {

    private static final String OTHERS =
            "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408\u0430\u0435\u043e\u0440"
                    + "\u0441\u0443\u0445\u0455\u0456\u0458\u0501\u051b\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03b1\u03b9\u03bd\u03bf\u03c1\u03c5"
                    + "\u0131\u0261\u2018\u2019\u02bc\u201b\u2032\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2215\u2044\u2024\u201c\u201d";
    private static final String LATIN =
            "ABEKMHOPCTYXSIJaeop" + "cyxsijdqABEZHIKMNOPTYXaivopu" + "ig'''''-------//.\"\"";

    private static final Map<Integer, String> LOOKS = IntStream.range(0, OTHERS.length())
            .boxed()
            .collect(Collectors.toMap(i -> (int) OTHERS.charAt(i), i -> LATIN.substring(i, i + 1)));

    private LookAlikes() {}

    /** The Latin letter or the ASCII sign that it looks like, or itself. */
    static String latin(int codePoint) {
        String latin = LOOKS.get(codePoint);
        return latin == null ? Character.toString(codePoint) : latin;
    }
}
