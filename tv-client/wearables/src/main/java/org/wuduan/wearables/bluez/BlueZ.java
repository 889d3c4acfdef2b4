package org.wuduan.wearables.bluez;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bluez.Adapter1;
import org.bluez.Device1;
import org.bluez.GattCharacteristic1;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.wuduan.wearables.Wearable;
import org.wuduan.wearables.gatt.Profile;

/** Calls to one running BlueZ, addressed by its unique bus name, so that they can't reach its successor. */
final class BlueZ {
    static final String NAME = "org.bluez";
    static final String ADAPTER = "org.bluez.Adapter1";
    static final String DEVICE = "org.bluez.Device1";
    static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final DBusConnection bus;
    private final String owner;
    private final ObjectTree tree;

    BlueZ(DBusConnection bus, String owner, ObjectTree tree) {
        this.bus = bus;
        this.owner = owner;
        this.tree = tree;
    }

    ObjectTree tree() {
        return tree;
    }

    <I extends DBusInterface> I remote(String path, Class<I> type) throws DBusException {
        return bus.getRemoteObject(owner, path, type);
    }

    Adapter1 adapter(String path) throws DBusException {
        return remote(path, Adapter1.class);
    }

    Device1 device(String path) throws DBusException {
        return remote(path, Device1.class);
    }

    GattCharacteristic1 characteristic(String path) throws DBusException {
        return remote(path, GattCharacteristic1.class);
    }

    void set(String path, String interfaceName, String property, Object value) throws DBusException {
        remote(path, Properties.class).Set(interfaceName, property, new Variant<>(value));
    }

    /** Writes with a response from the device. */
    void write(String path, byte... value) throws DBusException {
        characteristic(path).WriteValue(value, Map.of("type", new Variant<>("request")));
    }

    boolean isConnected(String devicePath) {
        return tree.flag(devicePath, DEVICE, "Connected");
    }

    Optional<UUID> characteristicUuid(String path) {
        return tree.text(path, CHARACTERISTIC, "UUID").map(UUID::fromString);
    }

    /** The wearable behind a device object; empty when the object is gone. */
    Optional<Wearable> wearable(String devicePath) {
        return tree.text(devicePath, DEVICE, "Address")
                .map(address -> new Wearable(
                        address, tree.text(devicePath, DEVICE, "Name").orElse("")));
    }

    /** What the device says that it measures. */
    Set<Profile> profiles(String devicePath) {
        List<String> services = tree.texts(devicePath, DEVICE, "UUIDs");
        return Arrays.stream(Profile.values())
                .filter(profile -> services.contains(profile.service().toString()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The device object that a service or characteristic object belongs to. */
    static String devicePathOf(String path) {
        int service = path.indexOf("/service");
        return service < 0 ? path : path.substring(0, service);
    }

    /** The bytes of an {@code ay} property: dbus-java gives a list in signals and an array elsewhere. */
    static byte[] bytes(Object value) {
        if (value instanceof byte[] array) {
            return array;
        }
        List<?> list = (List<?>) value;
        ByteBuffer bytes = ByteBuffer.allocate(list.size());
        list.forEach(b -> bytes.put((Byte) b));
        return bytes.array();
    }
}
