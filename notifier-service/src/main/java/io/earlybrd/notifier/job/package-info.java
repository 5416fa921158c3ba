/** Which jobs are still open, as the topic {@code jobs} says. */
package io.earlybrd.notifier.job;
