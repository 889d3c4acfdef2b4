package org.wuduan.hub.call;

import java.util.UUID;

/** A call's seats, their presence or its media changed; ids only. */
public record CallChanged(UUID call) {}
