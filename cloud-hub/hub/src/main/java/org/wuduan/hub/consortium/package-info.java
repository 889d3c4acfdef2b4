/**
 * Institutions with their levels, doctors, pharmacists and registrars with their posts, and who is on duty. Owns the tables
 * institution, doctor and staff_post. Knows accounts by id only. Sends no events: who is concerned sees it by the
 * doctor's inbox stream.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "journal", "audit"})
@NullMarked
package org.wuduan.hub.consortium;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
