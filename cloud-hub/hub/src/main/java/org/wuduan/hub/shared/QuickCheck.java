package org.wuduan.hub.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Says of nearly every valid message, and of no other, that it is valid: a published schema turned into a few tests. Where
 * it is not sure (a broken message, a keyword that it does not know) the full validator is asked, which also names the
 * fault. It is what lets the hub take in readings by the thousand.
 */
final class QuickCheck {
    /** Keywords that a valid message can't break. The validator takes formats as annotations too. */
    private static final Set<String> SAYS_NOTHING = Set.of("description", "format", "$comment", "title");

    /** A dollar that is not escaped. */
    private static final Pattern END = Pattern.compile("(?<!\\\\)\\$");

    private static final Predicate<JsonNode> NOT_SURE = _ -> false;

    private final Function<String, JsonNode> files;
    private final Map<String, Predicate<JsonNode>> known = new ConcurrentHashMap<>();

    /** @param files a schema file by its name without ending */
    QuickCheck(Function<String, JsonNode> files) {
        this.files = files;
    }

    /** Whether the message surely is what the definition says. */
    boolean isSurelyValid(String file, String definition, JsonNode message) {
        return definition(file, definition).test(message);
    }

    private Predicate<JsonNode> definition(String file, String name) {
        var key = file + "#" + name;
        var made = known.get(key);
        if (made == null) {
            made = schema(file, files.apply(file).path("$defs").path(name));
            known.put(key, made);
        }
        return made;
    }

    private Predicate<JsonNode> schema(String file, JsonNode schema) {
        if (!schema.isObject()) {
            return NOT_SURE;
        }
        List<Predicate<JsonNode>> tests = new ArrayList<>();
        schema.properties().forEach(keyword -> {
            if (!SAYS_NOTHING.contains(keyword.getKey())) {
                tests.add(test(file, schema, keyword));
            }
        });
        return message -> {
            for (var test : tests) {
                if (!test.test(message)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<JsonNode> test(String file, JsonNode schema, Map.Entry<String, JsonNode> keyword) {
        var value = keyword.getValue();
        return switch (keyword.getKey()) {
            case "$ref" -> reference(file, value.asString());
            case "type" -> type(value.asString(""));
            case "enum" -> oneOf(value);
            case "pattern" -> pattern(value.asString());
            case "minLength" -> length(value.asInt(), Integer.MAX_VALUE);
            case "maxLength" -> length(0, value.asInt());
            case "minimum" -> message -> message.isIntegralNumber() && message.asLong() >= value.asLong();
            case "maximum" -> message -> message.isIntegralNumber() && message.asLong() <= value.asLong();
            case "minItems" -> message -> message.size() >= value.asInt();
            case "maxItems" -> message -> message.size() <= value.asInt();
            case "items" -> items(schema(file, value));
            case "required" -> required(value);
            case "properties" -> properties(file, value);
            case "additionalProperties" -> nothingElse(schema, value);
            default -> NOT_SURE;
        };
    }

    private Predicate<JsonNode> reference(String file, String reference) {
        var parts = reference.split("#/\\$defs/", 2);
        if (parts.length < 2) {
            return NOT_SURE;
        }
        var target = parts[0].isEmpty() ? file : parts[0].replace(".schema.json", "");
        // asked for when it is needed, so that a definition may refer to itself
        return message -> definition(target, parts[1]).test(message);
    }

    private static Predicate<JsonNode> type(String type) {
        return switch (type) {
            case "object" -> JsonNode::isObject;
            case "array" -> JsonNode::isArray;
            case "string" -> JsonNode::isString;
            case "boolean" -> JsonNode::isBoolean;
            // 1.0 is an integer for a schema; whoever writes it so is asked about more slowly
            case "integer" -> message -> message.isIntegralNumber() && message.canConvertToLong();
            default -> NOT_SURE;
        };
    }

    private static Predicate<JsonNode> oneOf(JsonNode words) {
        var allowed = words.valueStream()
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .collect(Collectors.toUnmodifiableSet());
        return message -> message.isString() && allowed.contains(message.stringValue());
    }

    private static Predicate<JsonNode> pattern(String text) {
        // the end of a text is $ in a schema; in Java that would also be in front of a last line break
        var pattern = Pattern.compile(END.matcher(text).replaceAll("\\\\z"));
        return message ->
                message.isString() && pattern.matcher(message.stringValue()).find();
    }

    /** Whether a text is at least and at most so many characters long, as a schema counts them. */
    private static Predicate<JsonNode> length(int least, int most) {
        return message -> {
            if (!message.isString()) {
                return false;
            }
            var text = message.stringValue();
            int length = text.codePointCount(0, text.length());
            return length >= least && length <= most;
        };
    }

    private static Predicate<JsonNode> items(Predicate<JsonNode> item) {
        return message -> {
            for (var each : message) {
                if (!item.test(each)) {
                    return false;
                }
            }
            return message.isArray();
        };
    }

    private static Predicate<JsonNode> required(JsonNode names) {
        var wanted = names.valueStream().map(JsonNode::stringValue).toArray(String[]::new);
        return message -> {
            for (var name : wanted) {
                if (!message.has(name)) {
                    return false;
                }
            }
            return true;
        };
    }

    private Predicate<JsonNode> properties(String file, JsonNode properties) {
        Map<String, Predicate<JsonNode>> tests = properties.properties().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, one -> schema(file, one.getValue())));
        return message -> {
            for (var property : message.properties()) {
                var test = tests.get(property.getKey());
                if (test != null && !test.test(property.getValue())) {
                    return false;
                }
            }
            return true;
        };
    }

    private static Predicate<JsonNode> nothingElse(JsonNode schema, JsonNode allowed) {
        if (!allowed.isBoolean() || allowed.booleanValue()) {
            return NOT_SURE;
        }
        var known = schema.path("properties").propertyNames();
        return message -> known.containsAll(message.propertyNames());
    }
}
