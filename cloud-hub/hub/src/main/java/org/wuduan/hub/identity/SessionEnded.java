package org.wuduan.hub.identity;

import java.util.UUID;

/** A session was signed out, replaced or revoked. */
public record SessionEnded(UUID sessionId) {}
