/** The settings page: when mail is wanted, and where somebody is logged in. */
package io.earlybrd.account.settings;
