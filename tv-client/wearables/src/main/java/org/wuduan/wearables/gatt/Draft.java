package org.wuduan.wearables.gatt;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wuduan.wearables.gatt.Decoded.Details;
import org.wuduan.wearables.gatt.Decoded.Implausible;
import org.wuduan.wearables.gatt.Decoded.Measurement;
import org.wuduan.wearables.gatt.Value.Kind;

/** A measurement while its frame is being read. The first implausible number decides the outcome. */
final class Draft {
    private final Profile profile;
    private final Frame frame;
    private final List<Value> values = new ArrayList<>();
    private final Set<Mark> marks = EnumSet.noneOf(Mark.class);
    private final List<BigDecimal> rrMillis = new ArrayList<>();
    private @Nullable LocalDateTime deviceTime;
    private @Nullable Integer sequence;
    private @Nullable Integer deviceUser;
    private @Nullable Kind implausible;
    private boolean worthless;

    Draft(Profile profile, Frame frame) {
        this.profile = profile;
        this.frame = frame;
    }

    /** A value that the profile promises: its absence is a problem of the sensor. */
    void required(Kind kind, SFloat read) {
        if (read instanceof SFloat.NonValue) {
            mark(Mark.SENSOR_PROBLEM);
        }
        optional(kind, read);
    }

    /** A value that many devices leave out by sending "not a number". */
    void optional(Kind kind, SFloat read) {
        switch (read) {
            case SFloat.Number n -> number(kind, n.number());
            case SFloat.NonValue.POSITIVE_INFINITY, SFloat.NonValue.NEGATIVE_INFINITY -> mark(Mark.RANGE_EXCEEDED);
            case SFloat.NonValue.NAN, SFloat.NonValue.NOT_AT_THIS_RESOLUTION, SFloat.NonValue.RESERVED -> {}
        }
    }

    void number(Kind kind, BigDecimal number) {
        if (!Plausible.of(kind).contains(number)) {
            implausible(kind);
        }
        values.add(new Value(kind, number));
    }

    Optional<BigDecimal> numberOf(Kind kind) {
        return values.stream().filter(v -> v.kind() == kind).map(Value::number).findFirst();
    }

    void implausible(Kind kind) {
        if (implausible == null) {
            implausible = kind;
        }
    }

    /** An interval outside the plausible range is an artefact: left out and marked, the heart rate stays. */
    void rr(BigDecimal millis) {
        if (Plausible.RR_MILLIS.contains(millis)) {
            rrMillis.add(millis);
        } else {
            mark(Mark.SENSOR_PROBLEM);
        }
    }

    void mark(Mark mark) {
        marks.add(mark);
    }

    void markIf(boolean condition, Mark mark) {
        if (condition) {
            marks.add(mark);
        }
    }

    void time(Optional<LocalDateTime> time) {
        deviceTime = time.orElse(null);
        markIf(time.isEmpty(), Mark.DEVICE_CLOCK_UNSET);
    }

    void user(int user) {
        deviceUser = user == 0xFF ? null : user;
    }

    void sequence(int number) {
        sequence = number;
    }

    /** The device itself says that its numbers are no measurement of this person: they are left out. */
    void worthless(Mark why) {
        worthless = true;
        mark(why);
    }

    Decoded finished() {
        if (worthless) {
            values.clear();
            rrMillis.clear();
        } else if (implausible != null) {
            return new Implausible(profile, frame, implausible);
        }
        return new Measurement(profile, frame, values, new Details(deviceTime, sequence, deviceUser, rrMillis, marks));
    }
}
