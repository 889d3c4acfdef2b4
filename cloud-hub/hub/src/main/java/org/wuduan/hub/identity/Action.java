package org.wuduan.hub.identity;

/** Everything that an actor may want to do with an object. */
public enum Action {
    SEE_VITALS,
    /** Who looked at the patient's record. */
    SEE_LOOKS,
    UPLOAD_READINGS,
    REQUEST_CONSULTATION,
    SEE_CONSULTATION,
    /** A patient's record, and the notes of a consultation. */
    SEE_RECORD,
    /** Allergies, problems, medications and history of a patient. */
    WRITE_RECORD,
    /** A note of a consultation. */
    WRITE_NOTE,
    CANCEL,
    ACCEPT,
    RING,
    WITHDRAW_RING,
    ANSWER,
    INCONVENIENT,
    CONSENT_AS_PATIENT,
    CONSENT_AS_PROXY,
    /** Take consent back in the middle of a talk. */
    WITHDRAW_CONSENT,
    JOIN,
    LEAVE,
    /** Come into the talk of a patient whom the doctor follows. */
    JOIN_AS_FOLLOWER,
    INVITE,
    ANSWER_INVITATION,
    WITHDRAW_INVITATION,
    SUBMIT_OPINION,
    /** What doctors wrote, with its signatures. */
    SEE_OPINIONS,
    /** Decide about the opinions of the others. */
    DECIDE,
    CONCLUDE,
    /** Say that the summary was understood at home. */
    CONFIRM_UNDERSTANDING,
    /** Write, sign, extend and cancel prescriptions of a consultation. */
    PRESCRIBE,
    SEE_PRESCRIPTIONS,
    /** Approve or reject a signed prescription, and see what was signed of it. */
    REVIEW_PRESCRIPTIONS,
    /** The formulary and the table of rational use of an institution. */
    MANAGE_DRUG_TABLES,
    /** What a patient takes, in plain words. */
    SEE_MEDICINES,
    /** Agree by key to a supply of more than four weeks. */
    CONFIRM_PRESCRIPTION,
    /** Ask the pharmacy for an approved prescription. */
    ORDER_MEDICINES,
    /** Institutions, consortium membership, staff and duty rosters. */
    MANAGE_ORGANISATION,
    /** Locks, sessions, second factors and new activation links. */
    MANAGE_ACCESS,
    READ_AUDIT,
    /** How the parts of the product are, and what runs on them; nothing of a patient. */
    SEE_OPERATIONS,
    /** Drain a bridge or the hub. */
    RUN_OPERATIONS,
    /** Households, patients, boxes and bindings of an institution. */
    REGISTER_PATIENTS,
    /** See, name and remove the boxes of a household, and confirm a new one. */
    MANAGE_BOXES,
    /** Take a box to another household. */
    MOVE_BOX,
    /** Make a code with which a son or daughter binds to a patient. */
    INVITE_FAMILY,
    /** Decide what a son or daughter may do, and until when. */
    GRANT_RIGHTS,
    END_BINDING,
    /** See, add, name and remove the wearables of a household, and say whom they measure. */
    MANAGE_WEARABLES,
    /** Say what is in reach, and how far a bond has come. */
    REPORT_WEARABLES,
    /** Order in a consultation what is measured at home. */
    ORDER_HOME_PLAN,
    /** End the plan at home without another one. */
    END_HOME_PLAN,
    /** Send a patient to another institution. */
    REFER,
    SEE_REFERRAL,
    /** Accept or decline a referral. */
    ANSWER_REFERRAL,
    /** Write into a referral what was done. */
    WRITE_REFERRAL,
    /** Read on what the other side writes. */
    FOLLOW_REFERRAL,
    /** The plan at home, and its alerts. */
    SEE_PLAN,
    /** Say to have seen an alert of a plan. */
    ACKNOWLEDGE_ALERT,
    /** Say whose a reading of nobody is. */
    NAME_WEARER
}
