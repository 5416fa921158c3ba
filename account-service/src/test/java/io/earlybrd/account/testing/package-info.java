/** What the tests of pages share: a browser, the people who use it, the services next door, and a clock that a test moves. */
package io.earlybrd.account.testing;
