/** Stock Apache Kafka as one small process, for tests and for the run on one machine. */
package io.earlybrd.broker;
