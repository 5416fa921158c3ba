package io.earlybrd.events;

/**
 * Why a job matched: one clause of the alert and where it hit. The clause travels as text, so that a mail tells the truth though
 * the alert has been edited since.
 *
 * @param clause the clause as the subscriber wrote it, or the value of a filter: {@code "platform engineer"}, {@code Berlin}; with the
 *     other name that hit, if the alert asks for such and one did: {@code k8s = Kubernetes}
 * @param field {@code title}, {@code body}, {@code company}, {@code place}, {@code workplace}, {@code salary} …
 * @param offset of the hit in that field, in characters from 0
 */
public record Reason(String clause, String field, int offset) {}
