package org.wuduan.hub.identity;

import java.util.UUID;

/** The key of a box was revoked, or its sessions were ended. Sent within the change's transaction. */
public record BoxRevoked(UUID box) {}
