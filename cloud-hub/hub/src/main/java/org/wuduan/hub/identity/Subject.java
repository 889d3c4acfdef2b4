package org.wuduan.hub.identity;

import java.util.UUID;

/** What an action is about. */
public sealed interface Subject {
    UUID id();

    record OfPatient(UUID id) implements Subject {}

    record OfConsultation(UUID id) implements Subject {}
}
