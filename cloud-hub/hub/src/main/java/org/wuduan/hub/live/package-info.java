/**
 * The one WebSocket of a terminal, /live: views, media signalling, heartbeats (PROTOCOL.md, section 3). Knows no
 * domain: modules register a {@link org.wuduan.hub.live.ViewSource} for their streams and a
 * {@link org.wuduan.hub.live.MessageHandler} for their messages. Owns no table, sends no events.
 */
@ApplicationModule(allowedDependencies = {"shared", "journal", "identity", "audit"})
@NullMarked
package org.wuduan.hub.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
