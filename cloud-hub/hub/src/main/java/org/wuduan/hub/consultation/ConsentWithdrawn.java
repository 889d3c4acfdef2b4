package org.wuduan.hub.consultation;

import java.util.UUID;

/** Consent was taken back in the middle of a talk, which ended with it; ids only. */
public record ConsentWithdrawn(UUID consultation, UUID patient) {}
