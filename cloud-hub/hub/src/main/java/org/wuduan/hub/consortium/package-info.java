/**
 * Institutions with their levels, doctors, pharmacists and registrars with their posts, and who is on duty. Owns the tables
 * institution, doctor, staff_post, roster and roster_shift. Knows accounts by id only. Sends DutyChanged.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "journal", "audit", "tables"})
@NullMarked
package org.wuduan.hub.consortium;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
