/** Tasks that run again and again. */
package io.earlybrd.notifier.loop;
