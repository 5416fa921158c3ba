/** How the alerts of all subscribers come into memory: the whole {@code alerts} topic, in every instance. */
package io.earlybrd.matcher.alert;
