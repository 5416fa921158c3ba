package io.earlybrd.local;

import java.util.function.BooleanSupplier;

/**
 * A part that is to run.
 *
 * @param name what people call it
 * @param dead whether it is to run and does not
 * @param restart starts it and waits until it serves
 * @param log where it says why it died
 */
record Supervised(String name, BooleanSupplier dead, Runnable restart, String log) {}
