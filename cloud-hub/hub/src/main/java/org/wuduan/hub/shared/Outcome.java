package org.wuduan.hub.shared;

import java.util.function.Function;

/** What became of a wish: it was done, or refused for a reason that the asker can understand. */
public sealed interface Outcome<T> permits Outcome.Done, Refused {
    record Done<T>(T value) implements Outcome<T> {}

    /** Something was done that has no answer. */
    static Outcome<Nothing> done() {
        return new Done<>(Nothing.NOTHING);
    }

    static <T> Outcome<T> of(T value) {
        return new Done<>(value);
    }

    default <U> Outcome<U> then(Function<T, Outcome<U>> next) {
        return switch (this) {
            case Done<T>(var value) -> next.apply(value);
            case Refused<T> refused -> refused.retyped();
        };
    }

    /** The empty answer. */
    enum Nothing {
        NOTHING
    }
}
