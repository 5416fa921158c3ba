/** Benchmarks that need more than a script: {@code deploy/bench/run NAME}. */
package io.earlybrd.bench;
