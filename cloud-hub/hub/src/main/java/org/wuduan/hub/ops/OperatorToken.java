package org.wuduan.hub.ops;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;

/**
 * What the programs of this machine's operator show: a secret in a file of the data folder, whose reader owns
 * everything else there as well. Coming from loopback proves nothing, because a proxy comes from there too.
 */
@Component
class OperatorToken {
    private static final String BEARER = "Bearer ";

    private final byte[] token;

    OperatorToken(@Value("${hub.operator-token:}") String token) {
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /** @param authorization the header; null when there is none. Without a token in the settings nobody may. */
    Outcome<Outcome.Nothing> check(@Nullable String authorization) {
        if (token.length == 0 || authorization == null || !authorization.startsWith(BEARER)) {
            return Refused.of(ProblemType.NOT_SIGNED_IN);
        }
        var shown = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(token, shown) ? Outcome.done() : Refused.of(ProblemType.NOT_SIGNED_IN);
    }
}
