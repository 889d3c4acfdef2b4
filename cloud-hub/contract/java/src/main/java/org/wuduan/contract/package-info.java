/**
 * The wire contract in Java: one record for each definition in the JSON Schemas. Owns no behaviour and no rules; a test
 * reads and writes every example. PROTOCOL.md says how the messages are used.
 */
@NullMarked
package org.wuduan.contract;

import org.jspecify.annotations.NullMarked;
