/** How failures are told over HTTP. */
package io.earlybrd.billing.web;
