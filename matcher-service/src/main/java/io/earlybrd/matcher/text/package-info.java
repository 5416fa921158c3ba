/** Cuts text into words in the way of the trade: {@code C++} is a word, {@code java} is no part of {@code javascript}. */
package io.earlybrd.matcher.text;
