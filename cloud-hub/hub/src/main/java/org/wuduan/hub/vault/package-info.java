/**
 * What the database may hold only locked: texts encrypted under a key that lies beside it, never in it. Owns the table
 * vault_key and the key file. Knows no domain: whoever locks a text keeps the bytes in a table of its own. Sends no events.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.wuduan.hub.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
