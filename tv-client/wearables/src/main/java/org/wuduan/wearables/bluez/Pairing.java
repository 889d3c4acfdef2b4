package org.wuduan.wearables.bluez;

import static org.wuduan.wearables.bluez.BlueZ.DEVICE;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bluez.Device1;
import org.bluez.Error.AlreadyConnected;
import org.bluez.Error.AlreadyExists;
import org.bluez.Error.AuthenticationTimeout;
import org.bluez.Error.NotSupported;
import org.bluez.Error.PairingRefused;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wuduan.wearables.PairingDialog;
import org.wuduan.wearables.PairingOutcome;
import org.wuduan.wearables.models.DeviceModel;
import org.wuduan.wearables.models.DeviceModels;

/**
 * Bonds with one wearable while it is being added to the household. It subscribes to nothing: what the device would send
 * belongs to nobody yet, and a cuff forgets what was confirmed.
 */
final class Pairing {
    private static final Duration CONNECTED_LIMIT = Duration.ofSeconds(5);
    private static final Duration SERVICES_LIMIT = Duration.ofSeconds(20);

    /** BlueZ waits a minute for whoever reads or types a code. */
    private static final Duration BOND_LIMIT = Duration.ofSeconds(62);

    private static final Logger log = LoggerFactory.getLogger(Pairing.class);

    private final BlueZ bluez;
    private final PairingAgent agent;

    Pairing(BlueZ bluez, PairingAgent agent) {
        this.bluez = bluez;
        this.agent = agent;
    }

    PairingOutcome with(String address, PairingDialog dialog) throws InterruptedException {
        ObjectTree tree = bluez.tree();
        String path = tree.paths(DEVICE, "/").stream()
                .filter(each -> tree.text(each, DEVICE, "Address")
                        .filter(address::equals)
                        .isPresent())
                .findFirst()
                .orElse(null);
        if (path == null) {
            return PairingOutcome.OUT_OF_REACH;
        }
        DeviceModel model =
                DeviceModels.KNOWN.of(bluez.wearable(path).map(w -> w.model()).orElse(""));
        return model.userConsent() ? PairingOutcome.NOT_SUPPORTED : attempt(path, model, dialog);
    }

    private PairingOutcome attempt(String path, DeviceModel model, PairingDialog dialog) throws InterruptedException {
        agent.expect(path, dialog);
        try {
            connect(path);
            ObjectTree tree = bluez.tree();
            tree.await(() -> bluez.isConnected(path), CONNECTED_LIMIT);
            tree.await(() -> !bluez.isConnected(path) || tree.flag(path, DEVICE, "ServicesResolved"), SERVICES_LIMIT);
            if (!bluez.isConnected(path)) {
                return PairingOutcome.OUT_OF_REACH;
            }
            return model.bondsAtPairing(bluez.profiles(path)) ? bond(path) : PairingOutcome.PAIRED;
        } catch (DBusException | DBusExecutionException e) {
            log.info("wearable.pairing.failed error={}", e.getClass().getSimpleName());
            return PairingOutcome.OUT_OF_REACH;
        } finally {
            agent.finish(path);
            disconnect(path);
        }
    }

    private void connect(String path) throws DBusException {
        try {
            bluez.device(path).Connect();
        } catch (AlreadyConnected e) {
            log.debug("wearable.connected.already");
        }
    }

    /** On a thread of its own, so that whoever gives up can say so to BlueZ while the call waits for its answer. */
    private PairingOutcome bond(String path) throws DBusException, InterruptedException {
        Device1 device = bluez.device(path);
        CompletableFuture<PairingOutcome> answer = new CompletableFuture<>();
        Thread.ofVirtual().name("wearable-bond").start(() -> {
            try {
                answer.complete(outcome(device));
            } catch (DBusException | DBusExecutionException e) {
                answer.completeExceptionally(e);
            }
        });
        PairingOutcome outcome = await(answer, device);
        if (outcome == PairingOutcome.PAIRED) {
            bluez.set(path, DEVICE, "Trusted", true);
        }
        return outcome;
    }

    private static PairingOutcome outcome(Device1 device) throws DBusException {
        try {
            device.Pair();
            return PairingOutcome.PAIRED;
        } catch (AlreadyExists e) {
            return PairingOutcome.PAIRED;
        } catch (AuthenticationTimeout e) {
            return PairingOutcome.TIMED_OUT;
        } catch (PairingRefused e) {
            log.info("wearable.pairing.refused error={}", e.getClass().getSimpleName());
            return PairingOutcome.REFUSED;
        } catch (NotSupported e) {
            return PairingOutcome.NOT_SUPPORTED;
        }
    }

    private static PairingOutcome await(CompletableFuture<PairingOutcome> answer, Device1 device)
            throws InterruptedException {
        try {
            return answer.get(BOND_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            cancel(device);
            return PairingOutcome.TIMED_OUT;
        } catch (InterruptedException e) {
            cancel(device);
            throw e;
        } catch (ExecutionException e) {
            log.info("wearable.pairing.failed", e);
            return PairingOutcome.OUT_OF_REACH;
        }
    }

    private static void cancel(Device1 device) {
        try {
            device.CancelPairing();
        } catch (DBusException | DBusExecutionException e) {
            log.debug("wearable.pairing.cancel.failed error={}", e.getClass().getSimpleName());
        }
    }

    /** Whatever came of it: an admitted device gets a link of its own, another one shall have none. */
    private void disconnect(String path) {
        if (bluez.tree().isClosed() || !bluez.isConnected(path)) {
            return;
        }
        try {
            bluez.device(path).Disconnect();
        } catch (DBusException | DBusExecutionException e) {
            log.debug("wearable.disconnect.failed error={}", e.getClass().getSimpleName());
        }
    }
}
