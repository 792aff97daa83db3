package org.curbside.console.internal;

/** What a new account signs in with; printed once and kept nowhere. */
record SignInCard(String name, String password) {

    String sentence() {
        return "Sign in as " + name + " with the password " + password + " (it is not shown again)";
    }
}
