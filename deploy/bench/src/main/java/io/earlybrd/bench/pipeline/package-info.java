/** How long jobs take through the running services, and how many go through them. */
package io.earlybrd.bench.pipeline;
