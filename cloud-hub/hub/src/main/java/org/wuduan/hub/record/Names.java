package org.wuduan.hub.record;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Doctor;
import org.wuduan.hub.consortium.Consortium;

/** Who the doctors are whose accounts stand in a record. */
@Component
class Names {
    private final Consortium consortium;

    Names(Consortium consortium) {
        this.consortium = consortium;
    }

    /** The doctors of one page, read at once. */
    record Known(Map<UUID, Doctor> doctors) {
        Doctor of(UUID account) {
            return Objects.requireNonNull(doctors.get(account), "a doctor who wrote into a record is not deleted");
        }
    }

    Known known(Collection<UUID> accounts) {
        return new Known(consortium.of(accounts));
    }
}
