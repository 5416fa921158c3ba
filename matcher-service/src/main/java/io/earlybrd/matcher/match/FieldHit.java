package io.earlybrd.matcher.match;

/**
 * Where a word or phrase stands in a job.
 *
 * @param field {@code title}, {@code body} or {@code company}
 * @param start in UTF-16 units of the field's text
 * @param end one past its last unit
 */
public record FieldHit(String field, int start, int end) {}
