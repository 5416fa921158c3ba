/** The trial: opened by the first verification, closed by the clock. */
package io.earlybrd.billing.trial;
