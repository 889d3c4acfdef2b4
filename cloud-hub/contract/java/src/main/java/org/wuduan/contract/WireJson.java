package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes the messages of the contract. Unknown properties, nulls where a primitive belongs, and empty texts where
 * a time or an id belongs are refused.
 */
public final class WireJson {
    /** Deepest nesting that is read; the deepest message of the contract needs fewer than ten levels. */
    public static final int NESTING_MAX = 32;

    /** Longest string that is read, in characters: one session description. */
    public static final int STRING_LENGTH_MAX = 200_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(NESTING_MAX)
                            .maxStringLength(STRING_LENGTH_MAX)
                            .build())
                    .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            // an empty text is no time and no id, and must not become null where there is none
            .withCoercionConfigDefaults(
                    coercion -> coercion.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail))
            .changeDefaultPropertyInclusion(
                    _ -> JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private WireJson() {}

    /** The one mapper of the contract; it is immutable. */
    public static JsonMapper mapper() {
        return MAPPER;
    }
}
