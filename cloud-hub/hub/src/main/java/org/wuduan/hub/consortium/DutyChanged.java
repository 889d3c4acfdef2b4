package org.wuduan.hub.consortium;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody came on duty or left, or a plan changed; told in the transaction of the change.
 *
 * @param doctor whose own inbox shows it, null for a plan
 * @param forHomes whether it decides if anybody of first contact is there for the homes of the institution, or when
 */
public record DutyChanged(UUID institution, @Nullable UUID doctor, boolean forHomes) {}
