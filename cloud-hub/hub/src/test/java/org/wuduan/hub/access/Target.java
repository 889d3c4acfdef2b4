package org.wuduan.hub.access;

import java.util.UUID;

/**
 * The ids that a probe aims at.
 *
 * @param invitation of the rung doctor; a made-up id while the consultation waits
 */
record Target(UUID patient, UUID consultation, UUID call, UUID invitation) {}
