/**
 * Households, the patients who live there, their box, and the sons and daughters who are bound to them. Owns the tables
 * household, patient, binding, box, enrolment_code and wearable. Decides nothing about consultations. Sends no events.
 */
@ApplicationModule(allowedDependencies = {"shared", "identity", "audit", "consortium"})
@NullMarked
package org.wuduan.hub.household;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
