/** Takes jobs as they are posted and tells whom they are for. */
package io.earlybrd.matcher.job;
