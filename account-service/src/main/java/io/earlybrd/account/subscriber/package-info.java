/** Who subscribers are: their address, their zone, when they want mail; and the event that tells the others. */
package io.earlybrd.account.subscriber;
