package io.earlybrd.testkit.stripe;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The parameters of one request, or those below one name of it. Texts are converted on demand, with Stripe's errors when they
 * do not convert. An empty text means "unset": {@link #has} is true then, and {@link #text} is empty.
 */
final class Params {

    private final String prefix;
    private final List<Form.Field> fields;

    private Params(String prefix, List<Form.Field> fields) {
        this.prefix = prefix;
        this.fields = fields;
    }

    static Params of(Form form) {
        return new Params("", form.fields());
    }

    boolean has(String name) {
        return fieldsOf(name).findAny().isPresent();
    }

    Optional<String> text(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(fullName(name)))
                .reduce((first, last) -> last)
                .map(Form.Field::value)
                .filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> StripeError.missing(fullName(name)));
    }

    /** A text out of a closed set of words. */
    Optional<String> oneOf(String name, Set<String> words) {
        Optional<String> value = text(name);
        value.filter(word -> !words.contains(word)).ifPresent(word -> {
            String choices = String.join(", ", words.stream().sorted().toList());
            throw StripeError.invalid(fullName(name), "Invalid " + fullName(name) + ": must be one of " + choices);
        });
        return value;
    }

    Optional<Long> number(String name) {
        return text(name).map(value -> {
            try {
                return Long.valueOf(value);
            } catch (NumberFormatException e) {
                throw StripeError.invalid("parameter_invalid_integer", fullName(name), "Invalid integer: " + value);
            }
        });
    }

    Optional<Instant> time(String name) {
        return number(name).map(Instant::ofEpochSecond);
    }

    Optional<Boolean> bool(String name) {
        return text(name).map(value -> switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw StripeError.invalid(fullName(name), "Invalid boolean: " + value);
        });
    }

    /** The parameters inside a name: those of {@code subscription_data[...]}. */
    Params inside(String name) {
        return new Params(fullName(name), fields);
    }

    /** The elements of a list of objects, in the order in which their indexes come. */
    List<Params> objects(String name) {
        int depth = new Form.Field(fullName(name), "").segments().size();
        return fieldsOf(name)
                .map(Form.Field::segments)
                .filter(segments -> segments.size() > depth)
                .map(segments -> segments.get(depth))
                .distinct()
                .map(index -> new Params(fullName(name) + "[" + index + "]", fields))
                .toList();
    }

    /** The elements of a list of texts. */
    List<String> texts(String name) {
        return fieldsOf(name).map(Form.Field::value).toList();
    }

    /** The entries of a map of texts; an entry with an empty text is to be taken out. */
    Map<String, String> map(String name) {
        Map<String, String> map = new LinkedHashMap<>();
        int start = fullName(name).length();
        fieldsOf(name)
                .filter(field -> field.name().length() > start)
                .forEach(field ->
                        map.put(field.name().substring(start + 1, field.name().length() - 1), field.value()));
        return map;
    }

    /** Applies the map {@code metadata} to an object as Stripe does: merges, takes out what is empty, clears all by an empty text. */
    void applyMetadata(ObjectNode object) {
        ObjectNode metadata = object.withObjectProperty("metadata");
        if (has("metadata") && map("metadata").isEmpty()) {
            metadata.removeAll();
        }
        map("metadata").forEach((key, value) -> {
            if (value.isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.put(key, value);
            }
        });
    }

    /** Copies texts of the same names into an object; an empty text becomes null. */
    void copyTexts(ObjectNode object, String... names) {
        for (String name : names) {
            if (has(name)) {
                object.put(name, text(name).orElse(null));
            }
        }
    }

    /** A name as the sender wrote it, for messages. */
    String fullName(String name) {
        return prefix.isEmpty() ? name : prefix + "[" + name + "]";
    }

    private Stream<Form.Field> fieldsOf(String name) {
        String full = fullName(name);
        return fields.stream()
                .filter(field -> field.name().equals(full) || field.name().startsWith(full + "["));
    }
}
