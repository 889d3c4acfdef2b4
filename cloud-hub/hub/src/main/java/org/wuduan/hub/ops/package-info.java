/**
 * What operators need: health of each part and since when, metrics, the screens' files, settings, and the door to the
 * network with the page that says whom to trust. Outermost: nobody depends on it. Owns no table, sends no events; reads
 * the registry of events that wait. Never decides who comes in by that door: identity's filters do.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "audit",
            "identity",
            "live",
            "consortium",
            "household",
            "vitals",
            "call",
            "consultation"
        })
@NullMarked
package org.wuduan.hub.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
