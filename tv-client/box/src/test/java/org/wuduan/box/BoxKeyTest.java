package org.wuduan.box;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoxKeyTest {
    @TempDir
    Path folder;

    @Test
    void the_box_stays_the_same_box_after_a_restart() throws Exception {
        var first = BoxKey.openOrMake(folder, Fixtures.NOW);
        var again = BoxKey.openOrMake(folder, Fixtures.NOW);

        assertThat(again.boxId()).isEqualTo(first.boxId());
        assertThat(again.publicKey()).isEqualTo(first.publicKey());
    }

    @Test
    void only_the_owner_can_read_the_key() throws Exception {
        BoxKey.openOrMake(folder, Fixtures.NOW);

        var mode = Files.getPosixFilePermissions(folder.resolve("box-key.json"));
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }

    @Test
    void a_signed_challenge_verifies_with_the_public_key_over_context_and_nonce() throws Exception {
        var key = BoxKey.openOrMake(folder, Fixtures.NOW);

        String signed = key.signChallenge("3q2-7w");

        var encoded = new X509EncodedKeySpec(Base64.getUrlDecoder().decode(key.publicKey()));
        var verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(encoded));
        verifier.update("wuduan-box-token:3q2-7w".getBytes(StandardCharsets.US_ASCII));
        assertThat(verifier.verify(Base64.getUrlDecoder().decode(signed))).isTrue();
        assertThat(signed).doesNotContain("=");
    }

    @Test
    void the_launch_token_survives_a_restart_and_matches_only_itself() throws Exception {
        var token = LaunchToken.openOrMake(folder);
        var again = LaunchToken.openOrMake(folder);

        assertThat(again.value()).isEqualTo(token.value()).hasSize(43);
        assertThat(token.matches(again.value())).isTrue();
        assertThat(token.matches(again.value() + "A")).isFalse();
        assertThat(token.matches("")).isFalse();
    }
}
