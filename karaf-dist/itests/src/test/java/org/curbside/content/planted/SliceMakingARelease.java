package org.curbside.content.planted;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.curbside.spi.export.MethodCard;
import org.curbside.spi.export.Release;
import org.curbside.spi.export.Table;

/** Breaks a rule on purpose. */
public final class SliceMakingARelease implements Release {

    @Override
    public String id() {
        return "forged";
    }

    @Override
    public String title() {
        return "Forged";
    }

    @Override
    public Instant issued() {
        return Instant.EPOCH;
    }

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public MethodCard method() {
        return new MethodCard("", "", LocalDate.EPOCH, LocalDate.EPOCH, "", "", "", "");
    }
}
