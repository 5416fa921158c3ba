/** Why a job is or is not for an alert, clause by clause. */
package io.earlybrd.matcher.explain;
