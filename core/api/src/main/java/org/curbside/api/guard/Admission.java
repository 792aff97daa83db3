package org.curbside.api.guard;

import java.nio.file.Path;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Says whether an add-on would be taken, without installing anything. */
@ProviderType
public interface Admission {

    /**
     * Checks a jar, and at last tries it in a process of its own, which takes some seconds. One jar is checked at a time.
     * Whatever the file is, the answer is a verdict.
     */
    Verdict check(Path jar);

    /**
     * Checks a jar that was admitted before and is to come back: whether it fits what is here and what is stored by now. Who
     * signed it and what it is called is not asked again.
     */
    Verdict checkAgain(Path jar);

    /** In which ways admission is less strict than it could be, as sentences for the operator. */
    List<String> warnings();
}
