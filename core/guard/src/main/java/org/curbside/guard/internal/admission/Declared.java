package org.curbside.guard.internal.admission;

/**
 * What a component descriptor promises. Two of one property and one id cannot both be there.
 *
 * @param configured whether it is offered only once an operator has configured it
 */
record Declared(ExtensionPoint point, String id, boolean configured) {

    boolean clashesWith(Declared other) {
        return point.property().equals(other.point.property()) && id.equals(other.id);
    }

    @Override
    public String toString() {
        return point.shortName() + " \"" + id + "\"";
    }
}
