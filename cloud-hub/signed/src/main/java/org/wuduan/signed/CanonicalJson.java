package org.wuduan.signed;

import java.io.IOException;
import java.math.BigDecimal;
import org.erdtman.jcs.JsonCanonicalizer;
import org.wuduan.contract.WireJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/** The one text of a JSON value (RFC 8785), so that the same content always has the same bytes. */
public final class CanonicalJson {
    private static final ObjectReader EXACT =
            WireJson.mapper().reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private CanonicalJson() {}

    /**
     * The canonical text of a JSON object.
     *
     * @throws IllegalArgumentException for what is no JSON object, or holds a number that an IEEE 754 double, and with it
     *     RFC 8785, would change: write such a one as a text
     */
    public static String of(String json) {
        refuseLostDigits(EXACT.readTree(json));
        return canonical(json);
    }

    /** The same of whatever RFC 8785 can write, also where a double has fewer digits. */
    static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException notCanonical) {
            throw new IllegalArgumentException("not a JSON object", notCanonical);
        }
    }

    private static void refuseLostDigits(JsonNode node) {
        if (node.isNumber()) {
            var exact = node.decimalValue();
            var kept = new BigDecimal(Double.toString(exact.doubleValue()));
            if (exact.compareTo(kept) != 0) {
                throw new IllegalArgumentException("a number would lose digits");
            }
        }
        for (var child : node) {
            refuseLostDigits(child);
        }
    }
}
