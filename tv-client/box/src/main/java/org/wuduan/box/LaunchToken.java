package org.wuduan.box;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * What the television page must show with each request: 256 random bits, base64url. Kept in {@code launch-token} (mode
 * 0600), so that the page lives on when the box restarts.
 */
final class LaunchToken {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    private final byte[] text;

    private LaunchToken(String text) {
        this.text = text.getBytes(StandardCharsets.US_ASCII);
    }

    static LaunchToken openOrMake(Path data) throws IOException {
        Path file = data.resolve("launch-token");
        if (Files.exists(file)) {
            String kept = Files.readString(file, StandardCharsets.US_ASCII).strip();
            if (FORM.matcher(kept).matches()) {
                return new LaunchToken(kept);
            }
        }
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var fresh = new LaunchToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        PrivateFiles.write(file, fresh.text);
        return fresh;
    }

    void writeTo(Path file) throws IOException {
        PrivateFiles.write(file, text);
    }

    String value() {
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** Takes the same time wherever the first difference is. */
    boolean matches(String shown) {
        return MessageDigest.isEqual(text, shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "‹redacted›";
    }
}
