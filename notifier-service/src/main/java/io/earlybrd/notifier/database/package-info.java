/** How this service talks to its database: set-based SQL in the session of the current transaction. */
package io.earlybrd.notifier.database;
