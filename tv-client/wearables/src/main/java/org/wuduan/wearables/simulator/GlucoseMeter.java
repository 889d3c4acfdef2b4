package org.wuduan.wearables.simulator;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bluez.Error.Failed;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Decoded;
import org.wuduan.wearables.gatt.Decoders;
import org.wuduan.wearables.gatt.Frame;
import org.wuduan.wearables.gatt.Profile;

/**
 * A glucose meter. It keeps every record, with its meal, and notifies only what is asked for through the record access control
 * point: all, from a sequence number on, the last one, their number; it forgets only what is deleted there. A running report
 * can be aborted. Its clock is set by Current Time (1805, 2A2B).
 */
final class GlucoseMeter extends Peripheral {
    /** Meters of the shops keep 500 to 2,000. */
    static final int RECORDS_MAX = 1000;

    private static final UUID RACP = Profile.assigned(0x2A52);
    private static final UUID FEATURE = Profile.assigned(0x2A51);

    private static final int REPORT = 1;
    private static final int DELETE = 2;
    private static final int ABORT = 3;
    private static final int COUNT = 4;
    private static final int COUNT_RESPONSE = 5;
    private static final int RESPONSE = 6;
    private static final int ALL = 1;
    private static final int FROM = 3;
    private static final int LAST = 6;
    private static final int BY_SEQUENCE = 1;
    private static final int SUCCESS = 1;
    private static final int OP_NOT_SUPPORTED = 2;
    private static final int OPERATOR_NOT_SUPPORTED = 4;
    private static final int OPERAND_INVALID = 5;
    private static final int NO_RECORDS = 6;

    /** ATT: Client Characteristic Configuration Descriptor improperly configured. */
    private static final String NOT_SUBSCRIBED = "Operation failed with ATT error: 0xfd";

    private final ArrayDeque<Entry> records = new ArrayDeque<>();
    private final ArrayDeque<Outgoing> waiting = new ArrayDeque<>();
    private int next;

    GlucoseMeter(Identity identity, Clock clock) {
        super(identity, clock);
    }

    private record Entry(
            int sequence, Frame measurement, @Nullable Frame context) {}

    private record Outgoing(UUID characteristic, Frame value) {}

    @Override
    List<Characteristic> characteristics() {
        UUID service = Profile.GLUCOSE.service();
        return List.of(
                new Characteristic(service, Profile.GLUCOSE.characteristic(), List.of("notify"), true),
                new Characteristic(service, Profile.GLUCOSE_CONTEXT.characteristic(), List.of("notify"), true),
                new Characteristic(service, FEATURE, List.of("read"), false),
                new Characteristic(service, RACP, List.of("indicate", "write"), true),
                new Characteristic(Profile.assigned(0x1805), CURRENT_TIME, List.of("read", "write"), true));
    }

    @Override
    Profile mainProfile() {
        return Profile.GLUCOSE;
    }

    /** The number of the next measurement. */
    synchronized int nextSequence() {
        return next;
    }

    /** A new battery: counts from the beginning and has forgotten everything. */
    synchronized void beginAnew() {
        records.clear();
        next = 0;
    }

    /** Keeps what it measured, and sends it at once to whoever is subscribed, as meters do that stay connected. */
    @Override
    synchronized Recorded record(Profile profile, Frame frame) {
        return record(frame, null);
    }

    /** @param context what the person told about the meal */
    synchronized Recorded record(Frame measurement, @Nullable Frame context) {
        if (!(Decoders.decode(Profile.GLUCOSE, measurement) instanceof Decoded.Measurement read)
                || read.details().sequence() == null) {
            throw new IllegalArgumentException("a meter records measurements with a sequence number");
        }
        Entry entry = new Entry(read.details().sequence(), measurement, context);
        if (records.size() == RECORDS_MAX) {
            records.removeFirst();
        }
        records.addLast(entry);
        next = entry.sequence + 1;
        if (isSubscribed(Profile.GLUCOSE.characteristic())) {
            queue(entry);
        }
        return receipt(measurement, true);
    }

    private void queue(Entry entry) {
        waiting.addLast(new Outgoing(Profile.GLUCOSE.characteristic(), entry.measurement));
        if (entry.context != null) {
            waiting.addLast(new Outgoing(Profile.GLUCOSE_CONTEXT.characteristic(), entry.context));
        }
    }

    @Override
    synchronized void flush() {
        while (!waiting.isEmpty()) {
            Outgoing one = waiting.removeFirst();
            if (!send(one.characteristic, one.value)) {
                waiting.clear();
            }
        }
    }

    @Override
    void second() {
        flush();
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
        switch (op) {
            case REPORT, DELETE, COUNT -> select(op, value);
            case ABORT -> {
                waiting.clear();
                answer(RESPONSE, 0, op, SUCCESS);
            }
            default -> answer(RESPONSE, 0, op, OP_NOT_SUPPORTED);
        }
    }

    private void select(int op, byte[] command) {
        int operator = command.length > 1 ? command[1] : 0;
        if (operator != ALL && operator != FROM && operator != LAST) {
            answer(RESPONSE, 0, op, OPERATOR_NOT_SUPPORTED);
        } else if (operator == FROM && (command.length != 5 || command[2] != BY_SEQUENCE)
                || operator != FROM && command.length != 2) {
            answer(RESPONSE, 0, op, OPERAND_INVALID);
        } else {
            carryOut(op, selected(operator, command));
        }
    }

    private List<Entry> selected(int operator, byte[] command) {
        return switch (operator) {
            case ALL -> new ArrayList<>(records);
            case LAST -> records.isEmpty() ? List.of() : List.of(records.getLast());
            default -> {
                int from = (command[3] & 0xFF) | (command[4] & 0xFF) << 8;
                yield records.stream().filter(entry -> entry.sequence >= from).toList();
            }
        };
    }

    private void carryOut(int op, List<Entry> chosen) {
        if (op == COUNT) {
            answer(COUNT_RESPONSE, 0, chosen.size(), chosen.size() >> 8);
        } else if (chosen.isEmpty()) {
            answer(RESPONSE, 0, op, NO_RECORDS);
        } else {
            if (op == REPORT) {
                chosen.forEach(this::queue);
            } else {
                records.removeAll(chosen);
            }
            answer(RESPONSE, 0, op, SUCCESS);
        }
    }

    private void answer(int... bytes) {
        FrameWriter out = new FrameWriter();
        for (int b : bytes) {
            out.u8(b);
        }
        waiting.addLast(new Outgoing(RACP, out.frame()));
    }

    @Override
    synchronized int stored() {
        return records.size();
    }
}
