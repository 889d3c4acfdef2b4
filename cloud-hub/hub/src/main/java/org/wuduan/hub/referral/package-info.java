/**
 * Referral up and down (双向转诊), the plan at home that a package brings or a doctor orders (医嘱), with its alerts, and the
 * tiered disease catalogue.
 * Owns the tables referral, care_plan, plan_alert and disease_catalogue and the streams referral/…, referrals/… and
 * plan/…. Never blocks a referral because of the catalogue, and never writes into a consultation; it tells the
 * consultations who follows a patient. Sends no events.
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
            "consultation",
            "record",
            "signing"
        })
@NullMarked
package org.wuduan.hub.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
