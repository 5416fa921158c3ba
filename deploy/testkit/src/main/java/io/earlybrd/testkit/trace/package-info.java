/** Takes the traces that the services export, so that a test can follow one job from fetch to mail. */
package io.earlybrd.testkit.trace;
