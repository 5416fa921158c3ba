/** What every page has in common: its frame, its stylesheet, its headers, its errors, and how times are written. */
package io.earlybrd.account.web;
