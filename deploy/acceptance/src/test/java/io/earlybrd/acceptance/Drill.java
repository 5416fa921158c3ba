package io.earlybrd.acceptance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Tests that stop and kill parts of a system; it is one of their own, so that others need not wait for its parts to come back. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WorldExtension.class)
@ResourceLock(Drill.WORLD)
@interface Drill {

    String WORLD = "drills";
}
