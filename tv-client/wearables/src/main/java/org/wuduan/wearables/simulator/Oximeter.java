package org.wuduan.wearables.simulator;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.bluez.Error.Failed;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/**
 * A pulse oximeter. Notifies every second while a finger is in it. A spot measurement is indicated at once when somebody
 * is subscribed; otherwise it is kept, reported through the record access control point as often as it is asked for, and
 * forgotten only when deleted there.
 */
final class Oximeter extends Peripheral {
    private static final UUID SPOT = Profile.PULSE_OXIMETER_SPOT.characteristic();
    private static final UUID CONTINUOUS = Profile.PULSE_OXIMETER_CONTINUOUS.characteristic();
    private static final UUID RACP = Profile.assigned(0x2A52);
    private static final UUID FEATURES = Profile.assigned(0x2A60);

    private static final int REPORT = 1;
    private static final int DELETE = 2;
    private static final int COUNT = 4;
    private static final int COUNT_RESPONSE = 5;
    private static final int RESPONSE = 6;
    private static final int ALL = 1;
    private static final int SUCCESS = 1;
    private static final int OP_NOT_SUPPORTED = 2;
    private static final int OPERATOR_NOT_SUPPORTED = 4;
    private static final int NO_RECORDS = 6;

    /** ATT: Client Characteristic Configuration Descriptor improperly configured. */
    private static final String NOT_SUBSCRIBED = "Operation failed with ATT error: 0xfd";

    private final Memory memory = new Memory();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final SplittableRandom random;
    private boolean fingerTold = true;

    Oximeter(Identity identity, Clock clock, long seed) {
        super(identity, clock);
        this.random = new SplittableRandom(seed);
    }

    /** @param fresh not in memory yet: to be kept when nobody receives it */
    private record Waiting(UUID characteristic, Frame value, boolean fresh) {}

    @Override
    List<Characteristic> characteristics() {
        UUID service = Profile.PULSE_OXIMETER_SPOT.service();
        return List.of(
                new Characteristic(service, SPOT, List.of("indicate"), false),
                new Characteristic(service, CONTINUOUS, List.of("notify"), false),
                new Characteristic(service, FEATURES, List.of("read"), false),
                new Characteristic(service, RACP, List.of("indicate", "write"), false));
    }

    @Override
    Profile mainProfile() {
        return Profile.PULSE_OXIMETER_SPOT;
    }

    @Override
    synchronized Recorded record(Profile profile, Frame frame) {
        UUID characteristic = profile.characteristic();
        boolean heard = isSubscribed(characteristic);
        if (heard) {
            waiting.addLast(new Waiting(characteristic, frame, profile == Profile.PULSE_OXIMETER_SPOT));
        } else if (profile == Profile.PULSE_OXIMETER_SPOT) {
            memory.keep(frame);
        }
        return receipt(frame, heard || profile == Profile.PULSE_OXIMETER_SPOT);
    }

    @Override
    synchronized void flush() {
        while (!waiting.isEmpty()) {
            Waiting next = waiting.removeFirst();
            if (!send(next.characteristic, next.value) && next.fresh) {
                memory.keep(next.value);
            }
        }
    }

    @Override
    synchronized void second() {
        if (isWorn()) {
            BigDecimal saturation = BigDecimal.valueOf(random.nextInt(96, 99));
            BigDecimal pulse = BigDecimal.valueOf(random.nextInt(66, 71));
            send(CONTINUOUS, Frames.continuous(saturation, pulse));
            fingerTold = false;
        } else if (!fingerTold) {
            fingerTold = send(CONTINUOUS, Frames.continuousWithoutFinger());
        }
    }

    @Override
    synchronized void written(UUID characteristic, byte[] value) {
        if (!characteristic.equals(RACP)) {
            super.written(characteristic, value);
            return;
        }
        if (!isSubscribed(RACP)) {
            throw new Failed(NOT_SUBSCRIBED);
        }
        int op = value.length > 0 ? value[0] : 0;
        if (op != REPORT && op != DELETE && op != COUNT) {
            answer(RESPONSE, 0, op, OP_NOT_SUPPORTED);
        } else if (value.length != 2 || value[1] != ALL) {
            answer(RESPONSE, 0, op, OPERATOR_NOT_SUPPORTED);
        } else if (op == COUNT) {
            answer(COUNT_RESPONSE, 0, memory.size(), memory.size() >> 8);
        } else if (memory.size() == 0) {
            answer(RESPONSE, 0, op, NO_RECORDS);
        } else {
            if (op == REPORT) {
                memory.all().forEach(frame -> waiting.addLast(new Waiting(SPOT, frame, false)));
            } else {
                memory.forgetAll();
            }
            answer(RESPONSE, 0, op, SUCCESS);
        }
    }

    private void answer(int... bytes) {
        FrameWriter out = new FrameWriter();
        for (int b : bytes) {
            out.u8(b);
        }
        waiting.addLast(new Waiting(RACP, out.frame(), false));
    }

    @Override
    synchronized int stored() {
        return memory.size();
    }
}
