package org.curbside.testkit.canary;

import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.TimeZone;
import org.curbside.spi.export.ExportFormat;
import org.curbside.testkit.SampleRelease;

/** The same release is written to the same bytes, here and elsewhere. */
record ExportTrial(ExportFormat format, Calls calls) implements Trial {

    @Override
    public void run(String id) throws Broken {
        byte[] here = calls.of("write", this::written);
        Broken.unless(here.length > 0, "It writes nothing.");
        Broken.unless(
                Arrays.equals(here, calls.of("write", this::elsewhere)),
                "It writes the same release in another way at another time or in another place.");
    }

    private byte[] elsewhere() throws Exception {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            TimeZone.setDefault(TimeZone.getTimeZone(ZoneId.of("Pacific/Kiritimati")));
            return written();
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    private byte[] written() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        format.write(SampleRelease.small(), out);
        return out.toByteArray();
    }
}
