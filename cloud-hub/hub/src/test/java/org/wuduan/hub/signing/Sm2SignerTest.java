package org.wuduan.hub.signing;

import org.wuduan.signed.SignatureCheck;

/** Another algorithm plugs in by an adapter alone. */
class Sm2SignerTest implements SignerContract {
    @Override
    public Signer signer() {
        return new Sm2Signer();
    }

    @Override
    public SignatureCheck check() {
        return new Sm2Signer.Check();
    }
}
