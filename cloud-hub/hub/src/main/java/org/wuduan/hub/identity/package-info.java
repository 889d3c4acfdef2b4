/**
 * Accounts, box keys, sessions and tokens; the relationships × actions that decide every access (deny by default).
 * Owns the tables account, second_factor, recovery_code, half_session, sign_in_failure, session, activation_link,
 * box_key and box_challenge. Never knows what a consultation is: other modules say which relationships they own. Sends
 * SessionEnded, SignedOut, BoxRevoked and, for other modules, AccessChanged.
 */
@ApplicationModule(allowedDependencies = {"shared", "journal", "audit", "vault"})
@NullMarked
package org.wuduan.hub.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
