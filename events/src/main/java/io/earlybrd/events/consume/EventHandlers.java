package io.earlybrd.events.consume;

import io.earlybrd.events.CloudEvent;
import io.earlybrd.events.Event;
import io.earlybrd.events.EventJson;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What a consumer does with each kind of event of a topic. Kinds that it does not name are acknowledged and counted. */
public final class EventHandlers {

    private final Map<String, Handler<?>> byType = new HashMap<>();
    private Function<String, Uni<?>> onTombstone = key -> Uni.createFrom().voidItem();

    /** Handles this kind of event. */
    public <E extends Event> EventHandlers on(Class<E> type, Function<E, Uni<?>> handler) {
        return on(type, (event, attributes) -> handler.apply(event));
    }

    /** Handles this kind of event, with its id and time. */
    public <E extends Event> EventHandlers on(Class<E> type, BiFunction<E, CloudEvent, Uni<?>> handler) {
        byType.put(type.getSimpleName(), new Handler<>(type, handler));
        return this;
    }

    /** Handles this kind of event by a few of its members, which are those of {@code part}; the others are passed over unread. */
    public <P> EventHandlers onPartOf(Class<? extends Event> type, Class<P> part, Function<P, Uni<?>> handler) {
        byType.put(type.getSimpleName(), new Handler<>(part, (event, attributes) -> handler.apply(event)));
        return this;
    }

    /** Handles the end of what a key names. */
    public EventHandlers onTombstone(Function<String, Uni<?>> handler) {
        onTombstone = handler;
        return this;
    }

    /** The handler of this kind of event, or null. */
    Handler<?> of(String type) {
        return byType.get(type);
    }

    Uni<?> tombstone(String key) {
        return onTombstone.apply(key);
    }

    record Handler<E>(Class<E> type, BiFunction<E, CloudEvent, Uni<?>> action) {

        /** Reads the record's value now, and gives what is to be done with it at each attempt. */
        Uni<?> handle(byte[] value, CloudEvent attributes) {
            E event = EventJson.read(value, type);
            return Uni.createFrom().deferred(() -> action.apply(event, attributes));
        }
    }
}
