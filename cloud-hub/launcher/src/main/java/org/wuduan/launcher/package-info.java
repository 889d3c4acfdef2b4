/**
 * Starts and watches the processes of one machine: PostgreSQL, two Janus, the hub and, for the demonstration, a private
 * D-Bus, the wearable simulator and a box for each household. They are siblings: each dies and restarts alone, and all
 * end with the launcher. Owns the data folder's secrets, ports, logs and the book of running processes. Knows nothing
 * of patients and opens no port of its own.
 */
@NullMarked
package org.wuduan.launcher;

import org.jspecify.annotations.NullMarked;
