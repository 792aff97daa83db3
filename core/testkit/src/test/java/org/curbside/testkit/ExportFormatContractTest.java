package org.curbside.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.curbside.spi.export.ExportFormat;
import org.junit.jupiter.api.extension.ExtendWith;

final class ExportFormatContractTest extends ContractProof {

    ExportFormatContractTest() {
        super(TabbedFormatContract.class, TabbedFormat.class, FileFaults.class, CellFaults.class);
    }

    @ExtendWith(Trial.class)
    static final class TabbedFormatContract extends ExportFormatContract {

        private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");

        private final Supplier<ExportFormat> onTrial;

        TabbedFormatContract(Supplier<ExportFormat> onTrial) {
            this.onTrial = onTrial;
        }

        @Override
        protected ExportFormat format() {
            return onTrial.get();
        }

        @Override
        protected List<List<String>> read(byte[] file, String table) {
            return text(file)
                    .lines()
                    .dropWhile(line -> !line.equals("[" + table + "]"))
                    .skip(1)
                    .takeWhile(line -> !line.isEmpty())
                    .map(line -> Stream.of(line.split("\t", -1))
                            .map(TabbedFormatContract::plain)
                            .toList())
                    .toList();
        }

        @Override
        protected String text(byte[] file) {
            return new String(file, StandardCharsets.UTF_8);
        }

        private static String plain(String escaped) {
            return ESCAPE.matcher(escaped).replaceAll(escape -> switch (escape.group(1)) {
                case "t" -> "\t";
                case "r" -> "\r";
                case "n" -> "\n";
                default -> "\\\\";
            });
        }
    }
}
