/**
 * Institutions with their levels, doctors with their posts, and who is on duty. Owns the tables institution and doctor.
 * Knows accounts by id only. Sends no events: who is concerned sees it by the
 * doctor's inbox stream.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "journal", "audit"})
@NullMarked
package org.wuduan.hub.consortium;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
