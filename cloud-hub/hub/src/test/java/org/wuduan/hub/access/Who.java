package org.wuduan.hub.access;

import java.util.EnumSet;
import java.util.Set;

/** Every kind of actor, as it stands to the household of the walk. */
enum Who {
    ANONYMOUS,
    BOX,
    FOREIGN_BOX,
    /** Bound to both patients with every right; sits in the live consultation. */
    CHILD_WITH_ALL_RIGHTS,
    CHILD_WHO_SEES_VITALS,
    CHILD_WHO_IS_PROXY,
    FOREIGN_CHILD,
    /** First contact, on duty, at the household's institution; has accepted nothing. */
    QUEUE_DOCTOR,
    OFF_DUTY_DOCTOR,
    /** First contact like the queue doctor; accepted the live consultation. */
    CASE_DOCTOR,
    RUNG_DOCTOR,
    INVITED_DOCTOR,
    DECLINED_DOCTOR,
    /** Sent a referral of the live consultation's patient, which was accepted, and follows. */
    FOLLOWING_DOCTOR,
    /** Has no part in anything. */
    STRANGER_DOCTOR,
    /** First contact of the other household's institution. */
    FOREIGN_DOCTOR,
    SYSTEM_ADMINISTRATOR,
    SECURITY_ADMINISTRATOR,
    AUDIT_ADMINISTRATOR,
    /** Of the household's institution. */
    PHARMACIST,
    /** Of the household's institution. */
    REGISTRAR,
    /** Of the other household's institution. */
    FOREIGN_REGISTRAR;

    static final Set<Who> DOCTORS = EnumSet.range(QUEUE_DOCTOR, FOREIGN_DOCTOR);
    static final Set<Who> BOXES = EnumSet.of(BOX, FOREIGN_BOX);
    static final Set<Who> ADMINISTRATORS = EnumSet.range(SYSTEM_ADMINISTRATOR, AUDIT_ADMINISTRATOR);
    static final Set<Who> CLERKS = EnumSet.range(PHARMACIST, FOREIGN_REGISTRAR);

    /** Whose terminal shows an inbox of its own. */
    static final Set<Who> WITH_INBOX = withInbox();

    static final Set<Who> SIGNED_IN = EnumSet.complementOf(EnumSet.of(ANONYMOUS));

    static final Set<Who> PERSONS = EnumSet.range(CHILD_WITH_ALL_RIGHTS, FOREIGN_REGISTRAR);

    /** Who has a right of its own to the other household, so that it is not foreign to them. */
    static final Set<Who> OF_THE_OTHER_HOUSEHOLD =
            EnumSet.of(FOREIGN_BOX, FOREIGN_CHILD, FOREIGN_DOCTOR, FOREIGN_REGISTRAR);

    private static Set<Who> withInbox() {
        var those = EnumSet.range(BOX, FOREIGN_DOCTOR);
        those.add(PHARMACIST);
        return those;
    }

    boolean isDoctor() {
        return DOCTORS.contains(this);
    }
}
