package org.curbside.web.internal;

/**
 * What stands around every page.
 *
 * @param title in the window's title
 * @param who is signed in, or an empty string
 * @param role {@code member}, {@code moderator}, {@code dormant}, {@code analyst}, {@code operator} or an empty string
 * @param renewBy the last day for a member's renewal when one is due, or an empty string
 * @param notice what everyone has to know about this instance, or an empty string
 * @param unread how many entries of the inbox a member has not read
 */
public record Frame(String title, String who, String role, String renewBy, String notice, int unread) {

    /** Of somebody who has nothing to read. */
    Frame(String title, String who, String role, String renewBy, String notice) {
        this(title, who, role, renewBy, notice, 0);
    }

    /** Whether anyone is signed in. */
    public boolean signedIn() {
        return !who.isEmpty();
    }

    /** Whether a physician is signed in. */
    public boolean member() {
        return role.equals("member") || moderator();
    }

    /** Whether that physician is a moderator. */
    public boolean moderator() {
        return role.equals("moderator");
    }

    /** Whether it is a pseudonym that the licence desk has not vouched for of late. */
    public boolean dormant() {
        return role.equals("dormant");
    }

    /** Whether a client's analyst is signed in. */
    public boolean analyst() {
        return role.equals("analyst");
    }

    /** Whether an operator is signed in. */
    public boolean operator() {
        return role.equals("operator");
    }
}
