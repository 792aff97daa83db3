package org.curbside.spi.export;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/** What a client chooses and a browser is told about an {@link ExportFormat}, known without creating it. */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ExportFormatId {

    String PREFIX_ = "curbside.export.";

    /** Lower-case letters, digits and hyphens; at most 40 characters. */
    String id();

    /** As registered with IANA, for example {@code application/zip}. */
    String mediaType();

    /** Of the file name, without its dot. */
    String extension();
}
