package org.wuduan.hub.prescribing;

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
}
