package io.earlybrd.testkit.trace;

/**
 * One step of a trace.
 *
 * @param traceId 32 hex digits
 * @param spanId 16 hex digits
 * @param parentId of the step that caused it; empty at the root
 * @param service name of the service that took the step
 * @param name of the step
 */
public record RecordedSpan(String traceId, String spanId, String parentId, String service, String name) {}
