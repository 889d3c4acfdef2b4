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
import org.springframework.context.ApplicationEventPublisher;
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
    private static final String ANNOUNCED_PREFIX = "wuduan-box-announcement:";

    private final JdbcClient jdbc;
    private final Sessions sessions;
    private final Clock clock;

    private final BoxHomes homes;
    private final BoxesSeen seen;
    private final ApplicationEventPublisher events;

    BoxKeys(
            JdbcClient jdbc,
            Sessions sessions,
            BoxHomes homes,
            BoxesSeen seen,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.sessions = sessions;
        this.homes = homes;
        this.seen = seen;
        this.events = events;
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

    /**
     * Nothing that the box holds is good any more: neither its key nor its tokens nor an open connection. Runs in the
     * transaction that takes the box out of its household.
     */
    public void revoke(UUID box) {
        jdbc.sql("update box_key set revoked_at = ? where box = ? and revoked_at is null")
                .params(Timestamp.from(clock.instant()), box)
                .update();
        endSessions(box);
    }

    /** The box has to show its key again, and then learns where it belongs now. */
    public void endSessions(UUID box) {
        jdbc.sql("delete from session where actor = ?").param(box).update();
        events.publishEvent(new BoxRevoked(box));
    }

    /** Whether a new box holds the private key of the public key that it names. */
    public boolean proves(UUID box, String publicKey, String signature) {
        return verifies(publicKey, ANNOUNCED_PREFIX + box, signature);
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
                        + " select ?, box, ?, ? from box_key where box = ?")
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
        var key = jdbc.sql("select public_key, name, revoked_at is not null as revoked from box_key where box = ?")
                .param(box)
                .query((row, _) ->
                        new Key(row.getString("public_key"), row.getString("name"), row.getBoolean("revoked")))
                .optional();
        if (nonce.isEmpty() || key.isEmpty() || !verifies(key.get().text(), SIGNED_PREFIX + nonce.get(), signature)) {
            return Refused.of(ProblemType.WRONG_CREDENTIALS);
        }
        var home = homes.homeOf(box);
        if (key.get().revoked() || home.isEmpty()) {
            // said to nobody but the box itself: it has just shown its key
            return Refused.of(ProblemType.BOX_REMOVED);
        }
        seen.seen(box);
        var opened = sessions.open(
                new Actor(box, ActorKind.BOX), key.get().name(), IdentityLimits.BOX_TOKEN_FOR, Device.BOX);
        return Outcome.of(new Answers.BoxToken(opened.secret(), opened.expiresAt(), home.get()));
    }

    private record Key(String text, String name, boolean revoked) {
        @Override
        public String toString() {
            return "Key[‹redacted›]";
        }
    }

    private static boolean verifies(String publicKey, String signed, String signature) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key(publicKey));
            verifier.update(signed.getBytes(StandardCharsets.US_ASCII));
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
