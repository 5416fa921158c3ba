/** Remembering what was worked out before. */
package io.earlybrd.matcher.memo;
