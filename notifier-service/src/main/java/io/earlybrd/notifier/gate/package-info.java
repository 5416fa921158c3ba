/** Decides, at the moment of sending, whether and when a match may be mailed. Plain Java: no database, no clock of its own. */
package io.earlybrd.notifier.gate;
