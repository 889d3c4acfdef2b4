package org.wuduan.hub.consultation;

import java.util.List;
import java.util.UUID;
import org.wuduan.contract.Prescribed.ReturnedPrescription;

/** What came back to a doctor after the talk; implemented by the module that knows, so that arrows point one way. */
public interface ReturnedWork {
    List<ReturnedPrescription> of(UUID doctor);
}
