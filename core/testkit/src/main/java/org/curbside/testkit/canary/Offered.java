package org.curbside.testkit.canary;

/**
 * What an add-on's descriptors say that it offers.
 *
 * @param type the extension point's interface
 * @param property the service property that holds the id
 * @param configured whether it is offered only once somebody has configured it
 */
record Offered(String type, String property, String id, boolean configured) {

    /** As the process that started this one wrote it. */
    static Offered read(String line) {
        String[] parts = line.split(" ", 4);
        return new Offered(parts[0], parts[1], parts[2], parts.length > 3);
    }

    String filter() {
        return "(" + property + "=" + id + ")";
    }

    @Override
    public String toString() {
        return type.substring(type.lastIndexOf('.') + 1) + " \"" + id + "\"";
    }
}
