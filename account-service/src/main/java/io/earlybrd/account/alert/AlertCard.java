package io.earlybrd.account.alert;

import java.util.UUID;

/**
 * One alert of the list, ready to be shown.
 *
 * @param badgeKind class of the badge
 * @param badge its state, with a time
 * @param conditions the filters in words
 * @param problem what turned out to be wrong with it after it had been saved; empty if nothing
 * @param next when the next mail may come; empty while there will be none
 * @param nextHow what kind of mail, or why there will be none
 */
public record AlertCard(
        UUID id,
        String name,
        String badgeKind,
        String badge,
        String query,
        String conditions,
        Spark spark,
        String problem,
        String next,
        String nextHow,
        boolean paused) {}
