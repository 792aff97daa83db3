package org.curbside.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpResponse;

/** A refusal as programs see it: a status, a lasting name and a sentence, and never where in the code it came from. */
final class Problem {

    private Problem() {}

    static void assertProblem(int status, String name, HttpResponse<String> response) {
        assertEquals(response.body(), status, response.statusCode());
        assertEquals(
                "application/problem+json",
                response.headers().firstValue("Content-Type").orElse("none"));
        assertTrue(response.body(), response.body().contains("\"type\":\"urn:curbside:problem:" + name + "\""));
        assertTrue(response.body(), response.body().contains("\"status\":" + status));
        assertFalse(response.body(), response.body().contains("\"detail\":\"\""));
        assertFalse(response.body(), response.body().contains("\tat "));
    }
}
