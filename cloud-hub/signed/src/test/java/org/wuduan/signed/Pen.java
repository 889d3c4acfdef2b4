package org.wuduan.signed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.wuduan.contract.Signing.SignedBy;
import org.wuduan.contract.Signing.SignedFile;

/** A doctor with a key, who signs. */
final class Pen {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair pair;

    Pen() throws GeneralSecurityException {
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    String fingerprint() {
        return Digests.of(pair.getPublic().getEncoded());
    }

    String publicKey() {
        return BASE64.encodeToString(pair.getPublic().getEncoded());
    }

    /** A document with one version for each text. */
    SignedFile write(UUID document, String... texts) throws GeneralSecurityException {
        var versions = new ArrayList<SignedFile.Version>();
        String previous = null;
        for (var text : texts) {
            var version = version(document, versions.size() + 1, previous, text);
            versions.add(version);
            previous = version.hash();
        }
        return new SignedFile(SignedFile.FORMAT, document, versions);
    }

    SignedFile.Version version(UUID document, int number, @Nullable String previous, String text)
            throws GeneralSecurityException {
        var by = new SignedBy(new UUID(1, 1), "演示·赵医生", "主治医师", "演示·镇卫生院", null, fingerprint());
        var at = Instant.parse("2026-11-29T08:00:00.123Z").plusSeconds(number);
        var payload = new Payload("opinion", document, number, previous, by, at, Map.of("text", text)).text();
        return new SignedFile.Version(payload, Digests.of(payload), "Ed25519", publicKey(), sign(payload));
    }

    String sign(String payload) throws GeneralSecurityException {
        var signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(payload.getBytes(StandardCharsets.UTF_8));
        return BASE64.encodeToString(signature.sign());
    }

    static SignedFile with(SignedFile file, SignedFile.Version... versions) {
        return new SignedFile(file.format(), file.document(), List.of(versions));
    }
}
