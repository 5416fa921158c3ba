/** Reverse search: given a job, which of all alerts might be for it. */
package io.earlybrd.matcher.index;
