package org.curbside.demonstration.internal;

import org.curbside.api.notice.HouseNotice;
import org.osgi.service.component.annotations.Component;

/** Marks the content, on every page and for as long as this bundle is installed. */
@Component
public final class MadeUp implements HouseNotice {

    @Override
    public String sentence() {
        return "Demonstration: everything here is made up.";
    }
}
