package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wuduan.signed.Ed25519Check;
import org.wuduan.signed.SignatureCheck;

class Ed25519SignerTest implements SignerContract {
    @Override
    public Signer signer() {
        return Ed25519Signer.withNewKey();
    }

    @Override
    public SignatureCheck check() {
        return new Ed25519Check();
    }

    @Test
    void a_key_that_was_locked_away_signs_as_before() {
        var made = Ed25519Signer.withNewKey();
        var again = Ed25519Signer.of(made.privateKey(), made.publicKey());

        assertThat(again.sign(MESSAGE)).isEqualTo(made.sign(MESSAGE));
    }
}
