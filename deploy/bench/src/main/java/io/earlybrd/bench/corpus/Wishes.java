package io.earlybrd.bench.corpus;

import java.util.SplittableRandom;

/** What people who save alerts wish for. */
interface Wishes {

    /** Words in the query language. */
    String query(SplittableRandom random);

    /** A city or a country. */
    String place(SplittableRandom random);

    /** An employer that one wants, or wants to hear no more of. */
    String employer(SplittableRandom random);
}
