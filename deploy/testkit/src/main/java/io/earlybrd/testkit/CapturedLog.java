package io.earlybrd.testkit;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What the application under test logs from now on until this is closed, with stack traces. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private static final Logger ROOT = Logger.getLogger("");

    private final StringBuffer text = new StringBuffer();

    private CapturedLog() {
        setFormatter(new PatternFormatter("%m%e%n"));
        setLevel(Level.INFO);
    }

    /** Begins to capture. */
    public static CapturedLog begin() {
        CapturedLog log = new CapturedLog();
        ROOT.addHandler(log);
        return log;
    }

    /** All lines so far. */
    public String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord line) {
        if (isLoggable(line)) {
            text.append(getFormatter().format(line));
        }
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        ROOT.removeHandler(this);
    }
}
