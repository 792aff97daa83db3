package org.curbside.guard.internal.admission;

/** What a component descriptor promises. Two of one property and one id cannot both be there. */
record Declared(ExtensionPoint point, String id) {

    boolean clashesWith(Declared other) {
        return point.property().equals(other.point.property()) && id.equals(other.id);
    }

    @Override
    public String toString() {
        return point.shortName() + " \"" + id + "\"";
    }
}
