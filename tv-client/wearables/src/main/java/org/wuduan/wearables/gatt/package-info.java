/**
 * Pure decoders from GATT bytes to coded values: blood pressure (2A35), heart rate (2A37), pulse oximeter (2A5E, 2A5F),
 * thermometer (2A1C), weight scale (2A9D), glucose meter (2A18, 2A34).
 *
 * <p>Layouts are those of the Bluetooth SIG services BLS, HRS, PLXS, HTS, WSS and GLS; numbers are IEEE 11073-20601 SFLOATs and FLOATs; codes are
 * LOINC and MDC, units UCUM. No D-Bus, no clock, no state. Any bytes give a {@link org.wuduan.wearables.gatt.Decoded}:
 * never an exception, never a guessed number.
 */
@NullMarked
package org.wuduan.wearables.gatt;

import org.jspecify.annotations.NullMarked;
