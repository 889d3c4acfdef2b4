/**
 * What operators need: health of each part and since when, metrics, the screens' files, settings. Outermost: nobody
 * depends on it. Owns no table, sends no events; reads the registry of events that wait.
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
