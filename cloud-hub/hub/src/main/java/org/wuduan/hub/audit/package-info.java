/**
 * Who did, opened or was denied what, and when; sealed in batches by a hash chain. Owns the tables audit_entry,
 * audit_unsealed and audit_seal. A port that others write through in their own transaction; it never reads domain
 * tables and sends no events. A column that audit_entry gets later belongs into the digest of {@code TrailEntry} too.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package org.wuduan.hub.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
