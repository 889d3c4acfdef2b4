package org.wuduan.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * No doctor of first contact is on duty for this home now; a request waits until somebody is.
 *
 * @param nextAt when the roster plans the next one, if it does within a week
 */
public record NobodyOnDuty(@Nullable Instant nextAt) {}
