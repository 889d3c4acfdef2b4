package org.wuduan.wearables.bluez;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bluez.Agent1;
import org.bluez.Error.Rejected;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;

/**
 * Answers BlueZ while a bond is made. It agrees only for a device that this radio is pairing at that moment, and never
 * invents a secret: a device that wants a code typed is refused.
 */
public final class PairingAgent implements Agent1 {
    static final String PATH = "/org/wuduan/agent";

    private final Set<String> pairing = ConcurrentHashMap.newKeySet();

    /** Agrees to the device until {@link #finish}. */
    void expect(String devicePath) {
        pairing.add(devicePath);
    }

    void finish(String devicePath) {
        pairing.remove(devicePath);
    }

    private void onlyWhilePairing(DBusPath device) {
        if (!pairing.contains(device.getPath())) {
            throw new Rejected("this radio is not pairing the device");
        }
    }

    @Override
    public void RequestConfirmation(DBusPath device, UInt32 passkey) {
        onlyWhilePairing(device);
    }

    @Override
    public void RequestAuthorization(DBusPath device) {
        onlyWhilePairing(device);
    }

    @Override
    public void AuthorizeService(DBusPath device, String uuid) {
        onlyWhilePairing(device);
    }

    @Override
    public String RequestPinCode(DBusPath device) {
        throw new Rejected("nobody can type a code");
    }

    @Override
    public UInt32 RequestPasskey(DBusPath device) {
        throw new Rejected("nobody can type a code");
    }

    @Override
    public void DisplayPinCode(DBusPath device, String pinCode) {
        throw new Rejected("nobody would see the code");
    }

    @Override
    public void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered) {
        throw new Rejected("nobody would see the code");
    }

    @Override
    public void Cancel() {
        pairing.clear();
    }

    @Override
    public void Release() {
        pairing.clear();
    }

    @Override
    public String getObjectPath() {
        return PATH;
    }

    @Override
    public boolean isRemote() {
        return false;
    }
}
