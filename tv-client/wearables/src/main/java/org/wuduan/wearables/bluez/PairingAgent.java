package org.wuduan.wearables.bluez;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bluez.Agent1;
import org.bluez.Error.Rejected;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.UInt32;
import org.wuduan.wearables.PairingDialog;

/**
 * Answers BlueZ while a bond is made. It agrees only for a device that this radio is pairing at that moment; codes are read
 * and typed by the person who adds the device. A bond that a link renews by itself has nobody to ask: a device that wants a
 * code then is refused.
 */
public final class PairingAgent implements Agent1 {
    static final String PATH = "/org/wuduan/agent";

    /** Nobody is there to read or type. */
    private static final PairingDialog NOBODY = new PairingDialog() {
        @Override
        public void show(String code) {
            throw new Rejected("nobody would see the code");
        }

        @Override
        public boolean confirm(String code) {
            return true;
        }

        @Override
        public Optional<String> enter() {
            return Optional.empty();
        }
    };

    private final Map<String, PairingDialog> pairing = new ConcurrentHashMap<>();

    /** Agrees to the device until {@link #finish}; nobody can be asked for a code. */
    void expect(String devicePath) {
        pairing.put(devicePath, NOBODY);
    }

    /** Agrees to the device until {@link #finish}. */
    void expect(String devicePath, PairingDialog dialog) {
        pairing.put(devicePath, dialog);
    }

    void finish(String devicePath) {
        pairing.remove(devicePath);
    }

    private PairingDialog onlyWhilePairing(DBusPath device) {
        PairingDialog dialog = pairing.get(device.getPath());
        if (dialog == null) {
            throw new Rejected("this radio is not pairing the device");
        }
        return dialog;
    }

    /** Passkeys are numbers of up to six digits that devices show with leading zeros. */
    private static String digits(UInt32 passkey) {
        return "%06d".formatted(passkey.longValue());
    }

    @Override
    public void RequestConfirmation(DBusPath device, UInt32 passkey) {
        if (!onlyWhilePairing(device).confirm(digits(passkey))) {
            throw new Rejected("the codes differ");
        }
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
        return typed(device);
    }

    @Override
    public UInt32 RequestPasskey(DBusPath device) {
        return new UInt32(Long.parseLong(typed(device)));
    }

    private String typed(DBusPath device) {
        return onlyWhilePairing(device)
                .enter()
                .filter(code -> code.matches("[0-9]{1,6}"))
                .orElseThrow(() -> new Rejected("nobody typed the code"));
    }

    @Override
    public void DisplayPinCode(DBusPath device, String pinCode) {
        onlyWhilePairing(device).show(pinCode);
    }

    /** Called again for each digit that is typed on the device. */
    @Override
    public void DisplayPasskey(DBusPath device, UInt32 passkey, UInt16 entered) {
        onlyWhilePairing(device).show(digits(passkey));
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
