package io.earlybrd.scraper.database;

/** The database gave no answer in time: whether the transaction takes place is not known. */
public final class DatabaseSilent extends RuntimeException {

    private static final long serialVersionUID = 1;

    public DatabaseSilent() {
        super("the database did not answer in time", null, false, false);
    }
}
