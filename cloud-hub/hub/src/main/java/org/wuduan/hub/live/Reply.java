package org.wuduan.hub.live;

import org.jspecify.annotations.Nullable;
import org.wuduan.contract.LiveToTerminal;

/** What goes back for a message; nothing where the answer comes as a view or was sent already. */
public record Reply(@Nullable LiveToTerminal message) {
    public static final Reply NONE = new Reply(null);
}
