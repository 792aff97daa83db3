package org.curbside.web.internal;

import org.osgi.service.component.annotations.Component;

/** Serves the style sheet and whatever else lies in {@code static}. */
@Component(
        service = StaticFiles.class,
        property = {"osgi.http.whiteboard.resource.pattern=/static/*", "osgi.http.whiteboard.resource.prefix=/static"})
public final class StaticFiles {}
