package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All objects by kind and id, in the order in which they were created. A change is all or nothing: one that fails leaves no
 * trace, and one that is done is in the journal before its answer goes out.
 *
 * <p>Objects go in and out as copies, so only {@link #put} changes the store.
 */
final class Store implements AutoCloseable {

    private final Map<Kind, Map<String, ObjectNode>> objects = new EnumMap<>(Kind.class);
    private final List<Change> pending = new ArrayList<>();
    private int depth;
    private Journal journal;

    private Store() {
        for (Kind kind : Kind.values()) {
            objects.put(kind, new LinkedHashMap<>());
        }
    }

    /** A store that ends with the process. */
    static Store inMemory() {
        return new Store();
    }

    /** A store that takes up what an earlier run left in a directory. */
    static Store in(Path directory) {
        Store store = new Store();
        Path file = directory.resolve("stripe.jsonl");
        Journal.read(file, line -> line.forEach(store::replay));
        store.journal = Journal.rewrite(file, store.snapshot());
        return store;
    }

    /** Does something as one change; only one runs at a time. A change inside a change is part of it. */
    synchronized <T> T change(Supplier<T> work) {
        depth++;
        try {
            T result = work.get();
            if (depth == 1) {
                write();
            }
            return result;
        } catch (RuntimeException e) {
            undo();
            throw e;
        } finally {
            depth--;
        }
    }

    synchronized Optional<ObjectNode> get(Kind kind, String id) {
        return Optional.ofNullable(objects.get(kind).get(id)).map(ObjectNode::deepCopy);
    }

    /** All objects of a kind, newest first. */
    synchronized List<ObjectNode> newestFirst(Kind kind) {
        List<ObjectNode> all = new ArrayList<>(
                objects.get(kind).values().stream().map(ObjectNode::deepCopy).toList());
        Collections.reverse(all);
        return all;
    }

    synchronized void put(Kind kind, ObjectNode object) {
        String id = object.get("id").textValue();
        ObjectNode before = objects.get(kind).put(id, object.deepCopy());
        pending.add(new Change(kind, id, before));
    }

    synchronized void remove(Kind kind, String id) {
        ObjectNode before = objects.get(kind).remove(id);
        if (before != null) {
            pending.add(new Change(kind, id, before));
        }
    }

    private void write() {
        if (journal != null && !pending.isEmpty()) {
            ArrayNode line = Json.MAPPER.createArrayNode();
            pending.forEach(change -> line.add(entry(change.kind, change.id)));
            journal.append(line);
        }
        pending.clear();
    }

    private void undo() {
        Collections.reverse(pending);
        for (Change change : pending) {
            if (change.before == null) {
                objects.get(change.kind).remove(change.id);
            } else {
                objects.get(change.kind).put(change.id, change.before);
            }
        }
        pending.clear();
    }

    private ObjectNode entry(Kind kind, String id) {
        ObjectNode entry = Json.object().put("kind", kind.name()).put("id", id);
        entry.set("object", objects.get(kind).get(id));
        return entry;
    }

    private void replay(JsonNode entry) {
        Map<String, ObjectNode> ofKind =
                objects.get(Kind.valueOf(entry.get("kind").textValue()));
        if (entry.get("object") instanceof ObjectNode object) {
            ofKind.put(entry.get("id").textValue(), object);
        } else {
            ofKind.remove(entry.get("id").textValue());
        }
    }

    private List<JsonNode> snapshot() {
        List<JsonNode> lines = new ArrayList<>();
        objects.forEach((kind, ofKind) -> ofKind.keySet()
                .forEach(id -> lines.add(Json.MAPPER.createArrayNode().add(entry(kind, id)))));
        return lines;
    }

    @Override
    public synchronized void close() {
        if (journal != null) {
            journal.close();
            journal = null;
        }
    }

    /** An object that was put or removed, with what was there before, which is null for a new one. */
    private record Change(Kind kind, String id, ObjectNode before) {}
}
