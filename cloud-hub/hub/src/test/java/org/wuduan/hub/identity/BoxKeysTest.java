package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Commands;
import org.wuduan.hub.fixtures.HubClient;
import org.wuduan.hub.fixtures.HubTest;
import org.wuduan.hub.household.Registry;

/** How a box joins a household and proves who it is. */
class BoxKeysTest extends HubTest {
    @Autowired
    Registry registry;

    private final UUID box = UUID.randomUUID();
    private KeyPair key = new KeyPair(null, null);
    private String code = "";

    @BeforeEach
    void newBox() throws Exception {
        key = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        code = "CODE-" + box;
        registry.admitCode(town().household, code);
    }

    @Test
    void a_code_enrols_one_box_and_that_one_again() throws Exception {
        assertThat(enrol(box, key).statusCode()).isEqualTo(200);
        assertThat(enrol(box, key).statusCode()).isEqualTo(200);

        var another = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        assertThat(HubClient.problem(enrol(UUID.randomUUID(), another))).isEqualTo("code-unknown");
    }

    @Test
    void a_challenge_can_be_answered_once_and_only_with_the_right_key() throws Exception {
        enrol(box, key);
        var challenge = challenge();
        var signed = sign(key, challenge);
        assertThat(token(challenge, signed).statusCode()).isEqualTo(200);
        assertThat(HubClient.problem(token(challenge, signed))).isEqualTo("wrong-credentials");

        var stranger = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var next = challenge();
        assertThat(HubClient.problem(token(next, sign(stranger, next)))).isEqualTo("wrong-credentials");
        assertThat(HubClient.problem(token(challenge(), "bm90IGEgc2lnbmF0dXJl")))
                .isEqualTo("wrong-credentials");
    }

    @Test
    void a_challenge_is_over_after_a_minute_and_a_token_after_ten() throws Exception {
        enrol(box, key);
        var late = challenge();
        var signed = sign(key, late);
        clock.pass(Duration.ofSeconds(61));
        assertThat(HubClient.problem(token(late, signed))).isEqualTo("wrong-credentials");

        var challenge = challenge();
        var token = HubClient.read(token(challenge, sign(key, challenge)), Answers.BoxToken.class);
        var client = HubClient.anonymous(port).with("Authorization", "Bearer " + token.token());
        assertThat(client.get("/api/me").statusCode()).isEqualTo(200);
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThat(HubClient.problem(client.get("/api/me"))).isEqualTo("session-expired");
    }

    @Test
    void a_challenge_for_an_unknown_box_looks_the_same_and_is_not_kept() {
        var challenge = challenge();

        assertThat(challenge.nonce()).isNotEmpty();
        assertThat(jdbc.sql("select count(*) from box_challenge where box = ?")
                        .param(box)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private java.net.http.HttpResponse<String> enrol(UUID id, KeyPair with) {
        var publicKey = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(with.getPublic().getEncoded());
        return HubClient.anonymous(port).post("/api/boxes/enrolments", new Commands.EnrolBox(id, code, publicKey));
    }

    private Answers.BoxChallenge challenge() {
        return HubClient.read(
                HubClient.anonymous(port).post("/api/box-tokens/challenges", new Commands.AskBoxChallenge(box)),
                Answers.BoxChallenge.class);
    }

    private java.net.http.HttpResponse<String> token(Answers.BoxChallenge challenge, String signature) {
        return HubClient.anonymous(port)
                .post("/api/box-tokens", new Commands.AskBoxToken(box, challenge.challengeId(), signature));
    }

    private static String sign(KeyPair with, Answers.BoxChallenge challenge) throws Exception {
        var signer = Signature.getInstance("Ed25519");
        signer.initSign(with.getPrivate());
        signer.update(("wuduan-box-token:" + challenge.nonce()).getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(signer.sign());
    }
}
