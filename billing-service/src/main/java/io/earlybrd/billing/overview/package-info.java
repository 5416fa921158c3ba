/** What the account's billing page shows. */
package io.earlybrd.billing.overview;
