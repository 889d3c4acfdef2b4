package org.wuduan.hub.household;

import java.util.UUID;

/** Whether a patient is being cared for just now; answered by whoever cares, so that arrows point one way. */
public interface CareUnderWay {
    boolean isOpenFor(UUID patient);
}
