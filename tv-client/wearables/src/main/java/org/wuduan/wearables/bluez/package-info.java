/**
 * The radio on BlueZ, over D-Bus and without native code.
 *
 * <p>Owns: finding, connecting, bonding, subscribing, fetching stored oximeter spots through the record access control
 * point (2A52), connecting again after a lost link, and coming back after BlueZ or the bus was restarted.
 *
 * <p>Limits: every wearable with a known health service that advertises near the box is connected, whoever owns it; a
 * device that wants a passkey typed cannot be bonded, because the box has no way to ask for one; at most
 * {@code WearableLinks.WEARABLES_MAX} wearables at once.
 */
@NullMarked
package org.wuduan.wearables.bluez;

import org.jspecify.annotations.NullMarked;
