/** What people who run the service do by pages: named by configuration, each act written down. */
package io.earlybrd.account.admin;
