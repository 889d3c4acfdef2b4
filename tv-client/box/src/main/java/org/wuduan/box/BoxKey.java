package org.wuduan.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.wuduan.contract.WireJson;

/** Who the box is: its id and its Ed25519 key pair, made on the first start and kept in {@code box-key.json} (mode 0600). */
final class BoxKey {
    static final String FILE = "box-key.json";
    private static final String ANNOUNCEMENT_CONTEXT = "wuduan-box-announcement:";
    private static final String TOKEN_CONTEXT = "wuduan-box-token:";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final UUID boxId;
    private final PrivateKey privateKey;
    private final String publicKey;

    private BoxKey(UUID boxId, PrivateKey privateKey, String publicKey) {
        this.boxId = boxId;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /** @param privateKey PKCS #8; @param publicKey X.509 SubjectPublicKeyInfo; both base64url without padding */
    private record Kept(UUID boxId, String privateKey, String publicKey) {
        @Override
        public String toString() {
            return "‹redacted›";
        }
    }

    static BoxKey openOrMake(Path data, Instant now) throws IOException {
        Path file = data.resolve(FILE);
        try {
            if (!Files.exists(file)) {
                var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
                var fresh = new Kept(
                        ReadingIds.at(now),
                        BASE64.encodeToString(pair.getPrivate().getEncoded()),
                        BASE64.encodeToString(pair.getPublic().getEncoded()));
                PrivateFiles.write(file, WireJson.mapper().writeValueAsBytes(fresh));
            }
            Kept kept = WireJson.mapper().readValue(Files.readAllBytes(file), Kept.class);
            var spec = new PKCS8EncodedKeySpec(Base64.getUrlDecoder().decode(kept.privateKey()));
            return new BoxKey(kept.boxId(), KeyFactory.getInstance("Ed25519").generatePrivate(spec), kept.publicKey());
        } catch (GeneralSecurityException e) {
            throw new IOException("the key of the box cannot be used", e);
        }
    }

    UUID boxId() {
        return boxId;
    }

    /** X.509 SubjectPublicKeyInfo, base64url without padding. */
    String publicKey() {
        return publicKey;
    }

    /** Proves to the hub that this box holds the key: base64url of the signature over the context and the nonce. */
    String signChallenge(String nonce) {
        return sign(TOKEN_CONTEXT + nonce);
    }

    /** Proves that whoever announces this box holds its key. */
    String signAnnouncement() {
        return sign(ANNOUNCEMENT_CONTEXT + boxId);
    }

    private String sign(String text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of the box cannot sign", e);
        }
    }
}
