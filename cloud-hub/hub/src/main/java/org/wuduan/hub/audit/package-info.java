/**
 * Who did, opened or was denied what, and when. Owns the table audit_entry. A port that others write through in their
 * own transaction; it never reads domain tables and sends no events.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.wuduan.hub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
