/**
 * The radio on BlueZ, over D-Bus and without native code.
 *
 * <p>Owns: finding, connecting, bonding, subscribing, fetching stored oximeter spots and glucose records through the
 * record access control point (2A52), setting clocks, connecting again after a lost link, and coming back after BlueZ or the bus was restarted.
 *
 * <p>Limits: only admitted wearables are connected, at most {@code Radio.ADMITTED_MAX}. A scale that wants a user's consent
 * (User Data 181C) can't be added; a code can be typed only while a device is being added, not when its bond must be renewed.
 */
@NullMarked
package org.wuduan.wearables.bluez;

import org.jspecify.annotations.NullMarked;
