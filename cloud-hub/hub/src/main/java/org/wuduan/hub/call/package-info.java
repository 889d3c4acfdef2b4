/**
 * Live calls: seats, epochs, media generations, and where a call's media runs. Owns the tables call, seat and
 * media_room. Generic: knows nothing clinical, so that ward rounds and teaching can use it; whom a call lets in it asks
 * through the port Admission. Sends CallChanged.
 */
@ApplicationModule(allowedDependencies = {"shared", "journal", "live", "identity", "audit"})
@NullMarked
package org.wuduan.hub.call;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
