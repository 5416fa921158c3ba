/** How long it takes to find the alerts of a job: our index and its peers. */
package io.earlybrd.bench.matcher;
