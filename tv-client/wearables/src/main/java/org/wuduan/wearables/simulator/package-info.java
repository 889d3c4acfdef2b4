/**
 * A simulator: a separate program that speaks {@code org.bluez} on a real D-Bus, with a cuff, a heart-rate strap, a
 * pulse oximeter, a thermometer, a scale and a glucose meter behind it. There is no radio, no Bluetooth and no ATT in it: what it proves is that a client of BlueZ
 * works, not that a device does.
 *
 * <p>The parts of BlueZ that it speaks: the object tree ({@code ObjectManager}, {@code Properties}), {@code Adapter1}
 * (discovery), {@code Device1} (connect, pair through the registered agent, trust), {@code GattService1}, {@code
 * GattCharacteristic1} (read, write, notify; no file descriptors), {@code AgentManager1}. As with BlueZ, objects of
 * services exist only while connected, a subscription ends when its client leaves the bus, and an indication is
 * confirmed when BlueZ has it, not when the client has stored it.
 *
 * <p>The devices have memory. The cuff keeps what it measured while nobody was subscribed, sends it one by one once
 * somebody is, and forgets what was confirmed. The oximeter keeps spots that nobody received and reports them through
 * the record access control point until they are deleted; the glucose meter keeps every record so. The strap keeps nothing.
 *
 * <p>A loopback HTTP control ({@link org.wuduan.wearables.simulator.Control}) and a script decide which device sends
 * which bytes when, and cause faults: lost links, a restart of BlueZ, refused pairing, an unconfirmed indication,
 * duplicates, an unset clock.
 */
@NullMarked
package org.wuduan.wearables.simulator;

import org.jspecify.annotations.NullMarked;
