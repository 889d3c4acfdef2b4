package org.wuduan.hub.call;

import java.util.UUID;

/** A call's seats, their presence or its media changed; ids only. Sent within the transaction that changes them. */
public record CallChanged(UUID call) {}
