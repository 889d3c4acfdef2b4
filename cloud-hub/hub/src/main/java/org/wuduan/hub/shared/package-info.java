/**
 * What every module needs and nothing more: ids, problem types, outcomes. Owns no table, knows no domain, sends no
 * events.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
@NullMarked
package org.wuduan.hub.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
