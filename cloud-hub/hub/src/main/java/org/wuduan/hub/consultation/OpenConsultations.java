package org.wuduan.hub.consultation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.hub.consortium.OpenWork;

/** The consultations that a doctor has accepted and not yet ended: their patients would wait for nobody. */
@Component
class OpenConsultations implements OpenWork {
    private final JdbcClient jdbc;

    OpenConsultations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean has(UUID doctor) {
        return jdbc.sql("select exists (select 1 from consultation where doctor = ?"
                        + " and state not in ('concluded', 'cancelled'))")
                .param(doctor)
                .query(Boolean.class)
                .single();
    }
}
