package org.wuduan.hub.shared;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.WireJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.JsonNodeException;

/** Checks what comes from outside against the contract's own JSON Schemas. */
public final class WireSchemas {
    private static final String BASE = "wuduan:/";
    private static final String ENDING = ".schema.json";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12, registry -> registry.schemas(WireSchemas::text));
    private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();

    private static final QuickCheck QUICK =
            new QuickCheck(file -> WireJson.mapper().readTree(String.valueOf(text(BASE + file + ENDING))));

    private WireSchemas() {}

    /**
     * Where a JSON text breaks a definition.
     *
     * @param file the schema file without its ending, for example commands
     * @param definition for example RequestConsultation
     * @return the first faulty place, for example readings[1].bytes; null when the text is valid
     */
    public static @Nullable String fault(String file, String definition, String json) {
        try {
            return fault(file, definition, WireJson.mapper().readTree(json));
        } catch (JacksonException notJson) {
            return "$";
        }
    }

    /** The same of a message that has been read already. */
    public static @Nullable String fault(String file, String definition, JsonNode message) {
        if (hasUnstorableText(message)) {
            return "text";
        }
        return QUICK.isSurelyValid(file, definition, message) ? null : namedFault(file, definition, message);
    }

    /** What the full validator says. */
    static @Nullable String namedFault(String file, String definition, JsonNode message) {
        var schema = LOADED.computeIfAbsent(
                BASE + file + ENDING + "#/$defs/" + definition, iri -> REGISTRY.getSchema(SchemaLocation.of(iri)));
        try {
            return schema.validate(message).stream()
                    .map(WireSchemas::place)
                    .findFirst()
                    .orElse(null);
        } catch (JsonNodeException beyondLong) {
            // 1E56 is an integer of JSON Schema; the validator compares integers as long, and can't say where it was
            return "number";
        }
    }

    /** PostgreSQL keeps neither NUL nor half a surrogate pair; no honest terminal sends them. */
    private static boolean hasUnstorableText(JsonNode node) {
        if (node.isString()) {
            return isUnstorable(node.stringValue());
        }
        for (var child : node) {
            if (hasUnstorableText(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isUnstorable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char one = text.charAt(at);
            if (one == '\0' || Character.isLowSurrogate(one)) {
                return true;
            }
            if (Character.isHighSurrogate(one)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String place(Error error) {
        var parent = error.getInstanceLocation()
                .toString()
                .replaceFirst("^[/$.]+", "")
                .replace('/', '.');
        var property = error.getProperty();
        if (property == null) {
            return parent.isEmpty() ? "$" : parent;
        }
        return parent.isEmpty() ? property : parent + "." + property;
    }

    private static @Nullable String text(String iri) {
        if (!iri.startsWith(BASE)) {
            return null;
        }
        try (var file = WireJson.class.getResourceAsStream("schemas/" + iri.substring(BASE.length()))) {
            return file == null ? null : new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
