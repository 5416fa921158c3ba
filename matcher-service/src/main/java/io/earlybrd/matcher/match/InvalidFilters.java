package io.earlybrd.matcher.match;

/** Filters of an alert that mean nothing, with the one at fault and a sentence for the person who set them. */
public final class InvalidFilters extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String filter;

    InvalidFilters(String filter, String sentence) {
        super(sentence);
        this.filter = filter;
    }

    /** Which filter it is: {@code places}, {@code salaryFloor.period} … */
    public String filter() {
        return filter;
    }
}
