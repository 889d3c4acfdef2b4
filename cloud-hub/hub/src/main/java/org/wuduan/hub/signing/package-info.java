/**
 * Signing keys of doctors and pharmacists, and the immutable versions that were signed with them. Owns the tables
 * signing_key, signed_document and signed_version. A port that others write through in their own transaction, as they do
 * through audit; it never knows what a document says, and never decides who may see one: the module that owns the document
 * asks. An unlocked key lies in memory alone and is never written down. Sends no events.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "vault"})
@NullMarked
package org.wuduan.hub.signing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
