package io.earlybrd.scraper.provider;

import io.earlybrd.scraper.provider.Adapter.Coverage;
import java.time.Duration;
import java.util.function.UnaryOperator;

/**
 * What is fixed of a provider, whichever of its boards is read.
 *
 * @param name in configuration, sources and ids: {@code greenhouse}
 * @param coverage what a list of it covers
 * @param restsAtLeast the shortest time between two crawls of a source that its terms allow; zero if they name none
 * @param boardName brings a board's name into its one written form, or throws {@link InvalidBoard}
 */
public record Provider(String name, Coverage coverage, Duration restsAtLeast, UnaryOperator<String> boardName) {

    /** A provider of boards that list all open jobs of one employer each, and may be asked at any time. */
    public static Provider ofEmployers(String name, UnaryOperator<String> boardName) {
        return new Provider(name, Coverage.ALL_OPEN_JOBS, Duration.ZERO, boardName);
    }

    /** A provider of one list for all, of many employers. */
    public static Provider ofOneList(String name, Coverage coverage, Duration restsAtLeast) {
        return new Provider(name, coverage, restsAtLeast, BoardNames::all);
    }
}
