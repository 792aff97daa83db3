package org.curbside.content.planted;

import jakarta.servlet.Servlet;

/** Planted: a slice that knows HTTP. */
public interface SliceKnowingHttp {

    Servlet servlet();
}
