package org.curbside.testkit.standin;

/** A way in which any service on the network fails. After each of them a registry is to be asked again later. */
public enum Fault {
    /** It works. */
    NONE,
    /** 500, with a page for people. */
    FAILS,
    /** 503, without a word on when to come back. */
    DOWN,
    /** 200, but with a page for people, as a proxy in front of it may send. */
    SENDS_A_PAGE,
    /** 302 to another host. */
    SENDS_ELSEWHERE,
    /** 403, as somebody in front of it says who has never seen the credentials. */
    FORBIDS,
    /** 200 without a body. */
    IS_EMPTY,
    /** Half of the answer, and then the connection breaks. */
    BREAKS_OFF,
    /** The connection breaks before an answer. */
    HANGS_UP,
    /** An answer that has no end. */
    IS_ENDLESS,
    /** An answer of which a letter comes every now and then. */
    DRIPS,
    /** No answer at all. */
    IS_SILENT
}
