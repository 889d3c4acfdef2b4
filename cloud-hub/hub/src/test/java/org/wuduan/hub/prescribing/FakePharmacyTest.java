package org.wuduan.hub.prescribing;

import org.wuduan.contract.PharmacyState;

class FakePharmacyTest implements PharmacyContract {
    private final FakePharmacy fake = new FakePharmacy();

    @Override
    public Pharmacy pharmacy() {
        return fake;
    }

    @Override
    public void sendsOut() {
        fake.moves(PharmacyState.PREPARING, PharmacyState.SHIPPED);
    }

    @Override
    public void delivers() {
        fake.moves(PharmacyState.SHIPPED, PharmacyState.DELIVERED);
    }

    @Override
    public void losesAnAnswer() {
        fake.losesAnAnswer();
    }
}
