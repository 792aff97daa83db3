package org.curbside.web.internal;

import io.nayuki.qrcodegen.QrCode;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code (ISO/IEC 18004) as a path of SVG.
 *
 * @param size of one side, with the quiet zone, in modules
 * @param path of everything that is dark
 */
public record Qr(int size, String path) {

    private static final int QUIET = 4;

    static Qr of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        String path = IntStream.range(0, code.size * code.size)
                .filter(module -> code.getModule(module % code.size, module / code.size))
                .mapToObj(
                        module -> "M" + (module % code.size + QUIET) + " " + (module / code.size + QUIET) + "h1v1h-1z")
                .collect(Collectors.joining());
        return new Qr(code.size + 2 * QUIET, path);
    }
}
