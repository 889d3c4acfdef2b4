package org.wuduan.hub.identity;

import static org.wuduan.hub.identity.Action.*;

import java.util.EnumSet;
import java.util.Set;

/**
 * How an actor stands to an object, and what that allows. This table is the whole of the product's access rules;
 * whatever is not in it is denied. The state of a consultation narrows it further.
 */
public enum Relationship {
    /** The box of the household in which the patient lives. */
    HOUSEHOLD_BOX(
            SEE_VITALS,
            SEE_LOOKS,
            REQUEST_CONSULTATION,
            SEE_CONSULTATION,
            CANCEL,
            ANSWER,
            INCONVENIENT,
            CONSENT_AS_PATIENT,
            WITHDRAW_CONSENT,
            CONFIRM_UNDERSTANDING,
            JOIN,
            LEAVE,
            INVITE_FAMILY,
            END_BINDING,
            NAME_WEARER,
            MANAGE_WEARABLES,
            REPORT_WEARABLES,
            SEE_MEDICINES,
            CONFIRM_PRESCRIPTION,
            ORDER_MEDICINES,
            SEE_PLAN),
    /** A son or daughter who may see vital signs. */
    BOUND_TO_SEE_VITALS(SEE_VITALS, SEE_LOOKS, SEE_MEDICINES, SEE_PLAN, ACKNOWLEDGE_ALERT),
    /** A son or daughter who may request and sit in. */
    BOUND_TO_TAKE_PART(REQUEST_CONSULTATION, SEE_CONSULTATION, CANCEL, JOIN, LEAVE, SEE_MEDICINES, ORDER_MEDICINES),
    /** A son or daughter who may consent for the patient. */
    BOUND_AS_PROXY(SEE_CONSULTATION, CONSENT_AS_PROXY, WITHDRAW_CONSENT, CONFIRM_UNDERSTANDING),
    /** A son or daughter who looks after the devices of the patient's household. */
    BOUND_TO_MANAGE_DEVICES(MANAGE_BOXES, MANAGE_WEARABLES),
    /** A first-contact doctor of the patient's institution, while the request waits. */
    QUEUE_DOCTOR(SEE_VITALS, SEE_CONSULTATION, SEE_RECORD, ACCEPT),
    /** The doctor who accepted the request. */
    CASE_DOCTOR(
            SEE_VITALS,
            SEE_CONSULTATION,
            SEE_RECORD,
            WRITE_RECORD,
            WRITE_NOTE,
            CANCEL,
            RING,
            WITHDRAW_RING,
            INVITE,
            WITHDRAW_INVITATION,
            SUBMIT_OPINION,
            SEE_OPINIONS,
            DECIDE,
            CONCLUDE,
            PRESCRIBE,
            SEE_PRESCRIPTIONS,
            ORDER_HOME_PLAN,
            REFER,
            SEE_PLAN),
    /** A doctor who is rung into the consultation. */
    RUNG_DOCTOR(SEE_VITALS, SEE_CONSULTATION, SEE_OPINIONS, SEE_RECORD, ANSWER_INVITATION),
    /** A doctor who accepted an invitation into the consultation. */
    INVITED_DOCTOR(
            SEE_VITALS,
            SEE_CONSULTATION,
            SEE_OPINIONS,
            SEE_RECORD,
            WRITE_NOTE,
            ANSWER_INVITATION,
            JOIN,
            LEAVE,
            SUBMIT_OPINION,
            SEE_PRESCRIPTIONS,
            REFER,
            SEE_PLAN),
    /** A doctor who follows the patient (随转), since a talk of that patient with somebody else has begun. */
    FOLLOWING_DOCTOR(JOIN_AS_FOLLOWER),
    /** A doctor who took part in a consultation of the patient that was concluded. */
    TOOK_PART(SEE_RECORD),
    /** A doctor who sent a referral. */
    REFERRING_DOCTOR(SEE_REFERRAL, FOLLOW_REFERRAL),
    /** A doctor for whom a referral waits, or whose department has it. */
    REFERRED_DOCTOR(SEE_REFERRAL, ANSWER_REFERRAL),
    /** The doctor who accepted a referral. */
    TREATING_DOCTOR(SEE_REFERRAL, ANSWER_REFERRAL, WRITE_REFERRAL, REFER),
    /** A first-contact doctor of the institution that keeps the patient's plan at home, or kept it until a doctor ended it. */
    PLAN_DOCTOR(SEE_PLAN, ACKNOWLEDGE_ALERT, END_HOME_PLAN, REFER),
    /** Runs the organisation; sees no health data. */
    SYSTEM_ADMINISTRATOR(MANAGE_ORGANISATION, SEE_OPERATIONS, RUN_OPERATIONS),
    /** Decides who gets in; sees neither health data nor the audit trail. */
    SECURITY_ADMINISTRATOR(MANAGE_ACCESS, SEE_OPERATIONS),
    /** Watches the other two. */
    AUDIT_ADMINISTRATOR(READ_AUDIT),
    /** A pharmacist (药师) to the own institution. */
    PHARMACIST_OF_INSTITUTION(REVIEW_PRESCRIPTIONS, MANAGE_DRUG_TABLES),
    /** A pharmacist of the consortium to an institution that has none of its own. */
    REVIEWING_PHARMACIST(REVIEW_PRESCRIPTIONS),
    /** A registrar (登记员) to the own institution. */
    REGISTRAR_OF_INSTITUTION(
            REGISTER_PATIENTS, MANAGE_BOXES, MANAGE_WEARABLES, MOVE_BOX, INVITE_FAMILY, GRANT_RIGHTS, END_BINDING);

    private final Set<Action> allowed;

    Relationship(Action first, Action... more) {
        this.allowed = EnumSet.of(first, more);
    }

    boolean allows(Action action) {
        return allowed.contains(action);
    }
}
