/**
 * Households, the patients who live there, their box, and the sons and daughters who are bound to them. Owns the tables
 * household, patient, binding, ended_binding, binding_code, box, box_stay, box_announcement, enrolment_code, wearable,
 * household_wearable and wearable_pairing. Decides nothing about
 * consultations. Sends HomeChanged.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "journal", "identity", "live", "audit", "vault", "tables", "consortium"})
@NullMarked
package org.wuduan.hub.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
