package org.wuduan.hub.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Faults that a simulation plants in this module to prove that it would find them. */
public final class PlantedInCall {
    private final JdbcClient jdbc;

    public PlantedInCall(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Gives the epoch of a claim back: the next claim of the seat gets the same. */
    public Object withoutNewEpoch(@Nullable Object claim) {
        if (!(claim instanceof Optional<?> found)) {
            throw new IllegalArgumentException("not what SeatBook.claim gives");
        }
        return found.map(SeatBook.Claimed.class::cast).map(claimed -> {
            jdbc.sql("update seat set epoch = greatest(1, epoch - 1) where id = ?")
                    .param(claimed.seat())
                    .update();
            return new SeatBook.Claimed(
                    claimed.call(),
                    claimed.seat(),
                    Math.max(1, claimed.epoch() - 1),
                    claimed.mediaEpoch(),
                    claimed.generation());
        });
    }
}
