/** Who is logged in and where: sessions in PostgreSQL, named by a cookie, listed and ended on the settings page. */
package io.earlybrd.account.session;
