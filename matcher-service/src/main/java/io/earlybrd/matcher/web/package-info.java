/** How the API says that something is wrong. */
package io.earlybrd.matcher.web;
