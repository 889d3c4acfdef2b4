package org.wuduan.hub.consultation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which doctors follow which patients now (随转): by a referral that was accepted, until the following ends. Implemented by
 * the module that knows, so that arrows point one way.
 */
public interface FollowedPatients {
    /** The patients whom a doctor follows. */
    Set<UUID> of(UUID doctor);

    /** The doctors who follow a patient. */
    Set<UUID> followersOf(UUID patient);

    /** The newest referral by which a doctor follows a patient. */
    Optional<Following> by(UUID doctor, UUID patient);

    /**
     * What of a referral lets its sender into a talk.
     *
     * @param institutions the two between which it was sent
     */
    record Following(UUID referral, Set<UUID> institutions, String disease, String summary) {
        public Following {
            institutions = Set.copyOf(institutions);
        }

        @Override
        public String toString() {
            return "Following[" + referral + " ‹redacted›]";
        }
    }
}
