/** Real Kafka, PostgreSQL and SMTP as processes and threads of a test or of the local run, and what tests need beside them. */
package io.earlybrd.testkit;
