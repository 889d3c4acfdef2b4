/**
 * A consultation from the request to its conclusion: queue, ring, consent, legal basis, invitations, opinions. Owns the
 * tables consultation, consultation_part and those of the reports (consultation_report…), and the streams consultation/…
 * and inbox/…. The state machine is pure
 * ({@link org.wuduan.hub.consultation.Consultation}); media belongs to call. Sends ConsultationChanged and
 * ConsentWithdrawn.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "live",
            "audit",
            "identity",
            "consortium",
            "signing",
            "household",
            "vitals",
            "call"
        })
@NullMarked
package org.wuduan.hub.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
