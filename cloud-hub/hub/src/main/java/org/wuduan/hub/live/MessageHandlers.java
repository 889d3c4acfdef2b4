package org.wuduan.hub.live;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wuduan.contract.LiveToHub;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/** The message handlers of all modules. */
@Component
class MessageHandlers {
    private final ObjectProvider<MessageHandler> handlers;

    MessageHandlers(ObjectProvider<MessageHandler> handlers) {
        this.handlers = handlers;
    }

    Outcome<Reply> handle(Terminal terminal, LiveToHub message) {
        return all().stream()
                .filter(handler -> handler.handles(message))
                .findFirst()
                .map(handler -> handler.handle(terminal, message))
                .orElseGet(() -> Refused.of(ProblemType.UNKNOWN_MESSAGE_TYPE));
    }

    void closed(Terminal terminal) {
        all().forEach(handler -> handler.closed(terminal));
    }

    private List<MessageHandler> all() {
        return handlers.orderedStream().toList();
    }
}
