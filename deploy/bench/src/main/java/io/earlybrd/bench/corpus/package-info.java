/** Jobs and alerts to measure with: made up by a fixed seed, or recorded. */
package io.earlybrd.bench.corpus;
