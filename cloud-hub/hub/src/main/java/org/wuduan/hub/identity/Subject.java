package org.wuduan.hub.identity;

import java.util.UUID;

/** What an action is about. */
public sealed interface Subject {
    UUID id();

    record OfPatient(UUID id) implements Subject {}

    record OfConsultation(UUID id) implements Subject {}

    record OfInstitution(UUID id) implements Subject {}

    /** The running of the whole system; it has no id, and no secret in its existence. */
    record OfTheSystem() implements Subject {
        private static final UUID THE_ONE = new UUID(0, 0);

        @Override
        public UUID id() {
            return THE_ONE;
        }
    }

    record OfReferral(UUID id) implements Subject {}

    record OfHousehold(UUID id) implements Subject {}
}
