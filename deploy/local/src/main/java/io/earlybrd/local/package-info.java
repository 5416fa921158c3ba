/**
 * EarlyBrd on one machine: real Kafka, real PostgreSQL, the five services and stand-ins for the outside world, as
 * processes that start and end together. {@link io.earlybrd.local.Up} is the command, {@link io.earlybrd.local.LocalSystem}
 * the same for tests.
 */
package io.earlybrd.local;
