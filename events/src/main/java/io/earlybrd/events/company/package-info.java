/** Names of companies, compared in the same way by every service. */
package io.earlybrd.events.company;
