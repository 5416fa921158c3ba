/** The query language: what it means, how it is read, and how it is printed again. */
package io.earlybrd.matcher.query;
