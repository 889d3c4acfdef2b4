package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;

/**
 * A measured value with its UCUM unit, for example 142 mm[Hg]. On the wire the value is a decimal string, so that the
 * precision of the device survives.
 */
public record Quantity(
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal value, String unit) {
    /** @throws IllegalArgumentException when the unit is blank */
    public Quantity {
        if (unit.isBlank()) {
            throw new IllegalArgumentException("a quantity has a unit");
        }
        if (value.scale() < 0) {
            value = value.setScale(0);
        }
    }
}
