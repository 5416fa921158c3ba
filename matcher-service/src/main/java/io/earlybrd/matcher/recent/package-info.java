/** The jobs of the last 30 days, for preview and explanation: on disk, thrown away and rebuilt from the topic at every start. */
package io.earlybrd.matcher.recent;
