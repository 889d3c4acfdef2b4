package org.wuduan.hub.identity;

import java.util.Optional;
import java.util.UUID;
import org.wuduan.contract.Doctor;

/** What the consortium knows of an account that is a doctor's; implemented there, so that arrows point one way. */
public interface DoctorPosts {
    Optional<Doctor> of(UUID account);
}
