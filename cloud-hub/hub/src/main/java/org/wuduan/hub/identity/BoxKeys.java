package org.wuduan.hub.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.ActorKind;
import org.wuduan.contract.Answers;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import org.wuduan.hub.shared.Uuid7;

/** Boxes prove with an Ed25519 key who they are and get a short token for it. */
@Service
public class BoxKeys {
    private static final String SIGNED_PREFIX = "wuduan-box-token:";

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Clock clock;

    BoxKeys(JdbcClient jdbc, Sessions sessions, Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Whether a text is an Ed25519 public key (X.509, base64url). */
    public boolean readable(String publicKey) {
        try {
            return key(publicKey).getAlgorithm().startsWith("Ed");
        } catch (GeneralSecurityException | IllegalArgumentException notAKey) {
            return false;
        }
    }

    /** Keeps the key of an enrolled box; runs in the enrolment's transaction. */
    public void keep(UUID box, String publicKey, String name) {
        jdbc.sql("insert into box_key (box, public_key, name, enrolled_at) values (?, ?, ?, ?)"
                        + " on conflict (box) do nothing")
                .params(box, publicKey, name, Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional
    Answers.BoxChallenge challenge(UUID box) {
        var now = clock.instant();
        var expires = now.plus(IdentityLimits.BOX_CHALLENGE_FOR);
        var challenge = new Answers.BoxChallenge(Uuid7.at(now), Secrets.random(), expires);
        jdbc.sql("delete from box_challenge where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        // a stranger's challenge looks the same and is not kept: anybody may ask, and could fill the table
        jdbc.sql("insert into box_challenge (id, box, nonce, expires_at)"
                        + " select ?, box, ?, ? from box_key where box = ? and revoked_at is null")
                .params(challenge.challengeId(), challenge.nonce(), Timestamp.from(expires), box)
                .update();
        return challenge;
    }

    /** A challenge can be answered once. */
    @Transactional
    Outcome<Answers.BoxToken> token(UUID box, UUID challengeId, String signature) {
        var nonce = jdbc.sql("delete from box_challenge where id = ? and box = ? and expires_at > ? returning nonce")
                .params(challengeId, box, Timestamp.from(clock.instant()))
                .query(String.class)
                .optional();
        var key = jdbc.sql("select public_key from box_key where box = ? and revoked_at is null")
                .param(box)
                .query(String.class)
                .optional();
        if (nonce.isEmpty() || key.isEmpty() || !verifies(key.get(), nonce.get(), signature)) {
            return Refused.of(ProblemType.WRONG_CREDENTIALS);
        }
        var name = jdbc.sql("select name from box_key where box = ?")
                .param(box)
                .query(String.class)
                .single();
        var opened = sessions.open(new Actor(box, ActorKind.BOX), name, IdentityLimits.BOX_TOKEN_FOR);
        return Outcome.of(new Answers.BoxToken(opened.secret(), opened.expiresAt()));
    }

    private static boolean verifies(String publicKey, String nonce, String signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(publicKey));
            verifier.update((SIGNED_PREFIX + nonce).getBytes(StandardCharsets.US_ASCII));
            return verifier.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException notASignature) {
            return false;
        }
    }

    private static PublicKey key(String publicKey) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519")
                .generatePublic(new X509EncodedKeySpec(Base64.getUrlDecoder().decode(publicKey)));
    }
}
