package org.wuduan.contract;

import java.util.UUID;

/** A consultation under way. */
public record ActiveConsultation(UUID consultationId, ConsultationState state, Patient patient) {}
