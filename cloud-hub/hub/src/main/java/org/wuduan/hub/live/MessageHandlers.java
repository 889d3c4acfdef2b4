package org.wuduan.hub.live;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.wuduan.contract.LiveToHub;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The message handlers of all modules. */
@Component
class MessageHandlers {
    /** Asked for late, as they need the connections themselves, and once: every message comes by here. */
    private final SingletonSupplier<List<MessageHandler>> handlers;

    MessageHandlers(ObjectProvider<MessageHandler> handlers) {
        this.handlers = SingletonSupplier.of(() -> handlers.orderedStream().toList());
    }

    Outcome<Reply> handle(Terminal terminal, LiveToHub message) {
        return handlers.obtain().stream()
                .filter(handler -> handler.handles(message))
                .findFirst()
                .map(handler -> handler.handle(terminal, message))
                .orElseGet(() -> Refused.of(ProblemType.UNKNOWN_MESSAGE_TYPE));
    }

    void closed(Terminal terminal) {
        handlers.obtain().forEach(handler -> handler.closed(terminal));
    }
}
