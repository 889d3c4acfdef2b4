/**
 * Janus VideoRoom as a media node: the folder its process is configured by, the address it gathers on, and the adapter
 * that drives it over its WebSocket. Starts no process and keeps nothing on disk but the configuration folder.
 */
@NullMarked
package org.wuduan.bridge.janus;

import org.jspecify.annotations.NullMarked;
