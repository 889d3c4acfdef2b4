package org.wuduan.hub.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.wuduan.contract.Signing.SignedBy;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;
import org.wuduan.signed.Digests;
import org.wuduan.signed.Payload;
import org.wuduan.signed.SignatureCheck;
import org.wuduan.signed.SignedChain;

/** What every adapter of the signer does, together with its check. */
interface SignerContract {
    byte[] MESSAGE = "每天早上吃一片".getBytes(StandardCharsets.UTF_8);

    /** A signer with a new key each time. */
    Signer signer();

    SignatureCheck check();

    @Test
    default void its_signature_holds_for_its_own_key_and_message() {
        var signer = signer();
        var signature = signer.sign(MESSAGE);

        assertThat(check().algorithm()).isEqualTo(signer.algorithm());
        assertThat(check().holds(signer.publicKey(), MESSAGE, signature)).isTrue();
    }

    @Test
    default void its_signature_holds_for_no_other_message_key_or_bytes() {
        var signer = signer();
        var signature = signer.sign(MESSAGE);
        var changedMessage = MESSAGE.clone();
        changedMessage[0] ^= 1;
        var changedSignature = signature.clone();
        changedSignature[signature.length - 1] ^= 1;

        assertThat(check().holds(signer.publicKey(), changedMessage, signature)).isFalse();
        assertThat(check().holds(signer().publicKey(), MESSAGE, signature)).isFalse();
        assertThat(check().holds(signer.publicKey(), MESSAGE, changedSignature)).isFalse();
        assertThat(check().holds(new byte[] {1}, MESSAGE, signature)).isFalse();
        assertThat(check().holds(signer.publicKey(), MESSAGE, new byte[0])).isFalse();
    }

    @Test
    default void a_signed_version_of_its_making_is_verified_like_any_other() {
        var signer = signer();
        var document = new UUID(7, 1);
        var by = new SignedBy(new UUID(1, 1), "医生", "医师", "卫生院", null, Digests.of(signer.publicKey()));
        var payload = new Payload("opinion", document, 1, null, by, Instant.EPOCH, Map.of("text", "休息")).text();
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var version = new SignedFile.Version(
                payload,
                Digests.of(payload),
                signer.algorithm(),
                base64.encodeToString(signer.publicKey()),
                base64.encodeToString(signer.sign(payload.getBytes(StandardCharsets.UTF_8))));

        var judged =
                new SignedChain(List.of(check())).judge(new SignedFile(SignedFile.FORMAT, document, List.of(version)));

        assertThat(judged).extracting(SignedChain.Judged::verdict).containsExactly(new Verdict(true, true, true, true));
    }
}
