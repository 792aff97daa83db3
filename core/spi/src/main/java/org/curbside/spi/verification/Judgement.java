package org.curbside.spi.verification;

/** A verdict with its reason, one sentence that the claimant can read. */
public record Judgement(Verdict verdict, String reason) {}
