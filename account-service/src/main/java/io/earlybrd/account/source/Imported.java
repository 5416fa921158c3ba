package io.earlybrd.account.source;

/**
 * What came of importing the catalogue.
 *
 * @param added sources that are new
 * @param there boards that were sources before
 */
public record Imported(int added, int there) {}
