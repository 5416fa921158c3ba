/** Who may get alerts, until when and why: the rules, what was last told, and the telling. */
package io.earlybrd.billing.entitlement;
