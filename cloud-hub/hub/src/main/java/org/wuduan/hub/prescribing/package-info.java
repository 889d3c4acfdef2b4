/**
 * E-prescriptions: drafts with their checks, the doctor's signature, the pharmacist's review, the pharmacy's delivery, and
 * what the home sees of them. Owns the tables prescription, pharmacy_order and drug_table and the streams prescriptions/…
 * (by consultation) and medicines/… (by patient). Never writes a prescription by itself: each comes from a doctor's command.
 * Sends no events.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "live",
            "audit",
            "identity",
            "consortium",
            "household",
            "consultation",
            "record",
            "signing",
            "tables"
        })
@NullMarked
package org.wuduan.hub.prescribing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
