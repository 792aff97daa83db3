package org.curbside.disclosure.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.curbside.api.disclosure.Format;
import org.curbside.api.refusal.Refusal;
import org.curbside.spi.export.ExportFormat;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The file formats that are installed at the moment. */
@Component(service = Formats.class)
public final class Formats {

    private static final String PREFIX = "curbside.export.";

    private final Map<ExportFormat, Format> formats = new ConcurrentHashMap<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    /** With none at first. */
    @Activate
    public Formats() {}

    /** A format has come. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addFormat(ExportFormat format, Map<String, Object> properties) {
        String id = "" + properties.get(PREFIX + "id");
        seen.add(id);
        formats.put(
                format,
                new Format(id, "" + properties.get(PREFIX + "mediaType"), "" + properties.get(PREFIX + "extension")));
    }

    /** A format has gone. */
    public void removeFormat(ExportFormat format) {
        formats.remove(format);
    }

    List<Format> all() {
        return formats.values().stream()
                .sorted(Comparator.comparing(Format::id))
                .toList();
    }

    /** One that was here and has gone may be on its way back. */
    Map.Entry<ExportFormat, Format> get(String id) {
        return formats.entrySet().stream()
                .filter(entry -> entry.getValue().id().equals(id))
                .findFirst()
                .orElseThrow(() -> seen.contains(id)
                        ? Refusal.unavailable(
                                "format-away", 2, "This file format is being replaced. Try again in a moment.")
                        : Refusal.notFound("no-such-format", "This file format is not installed."));
    }
}
