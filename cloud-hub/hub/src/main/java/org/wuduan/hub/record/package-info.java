/**
 * A patient's record (云病历): allergies, problems, medications and history, the outpatient notes of consultations, the list
 * of documents that other modules keep ({@link org.wuduan.hub.record.RecordDocuments}), and the list of diagnoses (ICD-10).
 * Owns the tables record_entry, record_entry_version, no_known_allergies, note, note_version,
 * diagnosis_code and diagnosis_list, and the streams record/… and notes/…. Every change is a version that is kept, locked by
 * the vault and named by its audit entry. A note is signed by its
 * owner when it is submitted and amended, if the owner has a key. Never prescribes, never decides what a diagnosis is. Sends
 * RecordChanged.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "live",
            "audit",
            "signing",
            "vault",
            "tables",
            "identity",
            "consortium",
            "household",
            "consultation"
        })
@NullMarked
package org.wuduan.hub.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
