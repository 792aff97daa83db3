package org.curbside.screening.phi;

import java.util.List;
import org.curbside.spi.screening.Screening;
import org.curbside.testkit.ScreeningContract;

class PhiScreeningContractTest extends ScreeningContract {

    @Override
    protected Screening screening() {
        return new PhiScreening();
    }

    @Override
    protected List<String> telling() {
        return List.of(
                "Call her at (212) 555-0134.",
                "MRN: 00482913, seen on 03/14/2021.",
                "jane.doe@example.org wrote to me.",
                "SSN 123-45-6789.",
                "A 94-year-old woman.",
                "Lives at 12 Oak Street, NY 10001.",
                "Mrs. Halvorsen did well.",
                "Seen at Methodist Hospital.",
                "He is the only patient with this in the county.");
    }

    @Override
    protected List<String> harmless() {
        return List.of(
                "Graves disease after a Whipple, CA 19-9 of 340.",
                "Apixaban 5 mg twice daily, 10/10 pain, BP 140/90, EF 35-40 %.",
                "A 67 y/o with HFrEF, NYHA III, eGFR 38, on day 12 of therapy.",
                "Two weeks after the second dose, spring of last year.",
                "CHA2DS2-VASc 4, HAS-BLED 3; see RE-LY and ARISTOTLE.",
                "You may repeat the dose once.");
    }
}
