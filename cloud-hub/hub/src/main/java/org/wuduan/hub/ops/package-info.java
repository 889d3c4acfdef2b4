/**
 * What operators need: health, the screens' files, settings. Outermost: nobody depends on it. Owns no table, sends no
 * events.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package org.wuduan.hub.ops;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
