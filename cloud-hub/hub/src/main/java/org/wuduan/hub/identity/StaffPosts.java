package org.wuduan.hub.identity;

import java.util.Optional;
import java.util.UUID;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.NamedInstitution;

/** What the consortium knows of an account that is of its staff; implemented there, so that arrows point one way. */
public interface StaffPosts {
    Optional<Doctor> of(UUID account);

    /** Where a pharmacist or a registrar works. */
    Optional<NamedInstitution> institutionOf(UUID account);

    /** The number of a doctor's practising certificate, where it is known. */
    Optional<String> licence(UUID account);
}
