/**
 * Referral up and down (双向转诊), the plan that a package brings home with its alerts, and the tiered disease catalogue.
 * Owns the tables referral, care_plan, plan_alert and disease_catalogue and the streams referral/…, referrals/… and
 * plan/…. Never blocks a referral because of the catalogue, and never writes into a consultation. Sends no events.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "journal",
            "live",
            "audit",
            "identity",
            "tables",
            "consortium",
            "household",
            "vitals",
            "consultation"
        })
@NullMarked
package org.wuduan.hub.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
