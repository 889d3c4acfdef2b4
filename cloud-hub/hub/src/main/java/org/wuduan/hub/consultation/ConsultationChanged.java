package org.wuduan.hub.consultation;

import java.util.UUID;

/** A consultation took a step; ids only. */
public record ConsultationChanged(UUID consultation) {}
