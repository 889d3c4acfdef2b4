package org.wuduan.hub.identity;

/** Everything that an actor may want to do with an object. */
public enum Action {
    SEE_VITALS,
    UPLOAD_READINGS,
    REQUEST_CONSULTATION,
    SEE_CONSULTATION,
    CANCEL,
    ACCEPT,
    RING,
    WITHDRAW_RING,
    ANSWER,
    INCONVENIENT,
    CONSENT_AS_PATIENT,
    CONSENT_AS_PROXY,
    JOIN,
    LEAVE,
    INVITE,
    ANSWER_INVITATION,
    WITHDRAW_INVITATION,
    SUBMIT_OPINION,
    CONCLUDE,
    /** Institutions, consortium membership, staff and duty rosters. */
    MANAGE_ORGANISATION,
    /** Locks, sessions, second factors and new activation links. */
    MANAGE_ACCESS,
    READ_AUDIT,
    /** Households, patients, boxes and bindings of an institution. */
    REGISTER_PATIENTS
}
