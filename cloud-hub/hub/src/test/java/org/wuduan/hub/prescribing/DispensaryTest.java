package org.wuduan.hub.prescribing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.identity.Accounts;

/** A test that has one dispensary, its own. */
abstract class DispensaryTest extends HubTest {
    @Autowired
    Accounts accounts;

    @Autowired
    Consortium consortium;

    Dispensary dispensary;

    @BeforeEach
    void aDispensary() {
        dispensary = new Dispensary(town(), accounts, consortium, clock, port);
    }

    /** Whoever has the database writes another text there. */
    void change(UUID id, String where, String text) {
        int changed = jdbc.sql(
                        "update prescription set body = jsonb_set(body, ?::text[], to_jsonb(?::text)) where id = ?")
                .params(where, text, id)
                .update();
        assertThat(changed).isEqualTo(1);
    }
}
