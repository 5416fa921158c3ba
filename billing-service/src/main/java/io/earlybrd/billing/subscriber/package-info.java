/** The subscribers that billing knows of, each with one trial. */
package io.earlybrd.billing.subscriber;
