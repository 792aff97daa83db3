package ${package};

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.curbside.spi.verification.BulkRegistry;
import org.curbside.spi.verification.PostalAddress;
import org.curbside.spi.verification.RejectedRow;
import org.curbside.testkit.BulkRegistryContract;
import org.junit.jupiter.api.Test;

/** The contract tries what every registry must hold, with the two rows from here. Your own tests stand beside it. */
class StateBoardRegistryTest extends BulkRegistryContract {

    @Override
    protected BulkRegistry registry() {
        return new StateBoardRegistry();
    }

    /** Made up: nobody real belongs into a test. */
    @Override
    protected Map<String, String> activeRow() {
        return Map.of(
                "License Number", "MD0012345",
                "First Name", "ADA",
                "Last Name", "SAMPLE",
                "Status", "Active",
                "Taxonomy Code", "207R00000X",
                "Address", "1 MADE UP ST",
                "City State ZIP", "NOWHERE OH 43999");
    }

    @Override
    protected Map<String, String> unusableRow() {
        return Map.of("License Number", "pending", "Last Name", "SAMPLE", "Status", "Active");
    }

    @Test
    void the_letter_goes_to_the_address_on_record() throws RejectedRow {
        Map<String, String> row = activeRow();
        assertThat(registry().read(column -> row.getOrDefault(column, "")).address())
                .map(PostalAddress::lines)
                .hasValueSatisfying(lines -> assertThat(lines).containsExactly("1 MADE UP ST", "NOWHERE OH 43999"));
    }
}
