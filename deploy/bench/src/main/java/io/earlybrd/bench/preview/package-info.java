/** How long a preview takes. */
package io.earlybrd.bench.preview;
