/**
 * Numbered streams of events, written in the transaction that changes the state they tell of, and the log of commands
 * that makes repeats harmless. Owns the tables journal_stream, journal_event and command_log. Knows no domain, never
 * interprets a payload, and keeps it locked. The one module, beside audit, that others write through in their own
 * transaction. Sends StreamAdvanced after the commit.
 */
@ApplicationModule(allowedDependencies = {"shared", "vault"})
@NullMarked
package org.wuduan.hub.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
