/** Reading topics whole, in every instance and without a consumer group: how state in memory comes about. */
package io.earlybrd.matcher.topic;
