package org.wuduan.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/**
 * Secrets made at the first start and kept. One file each, readable by its owner alone.
 *
 * @param folder where they lie
 */
public record Secrets(Path folder) {

    /** No letters and digits that a person mixes up when reading them aloud or typing them. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    /** The secret that only a data folder with the demonstration has. */
    static final String DEMO_PASSWORD = "demo-password";

    private static final int LONG = 32;
    private static final int TYPED = 12;

    /** A secret between programs: about 158 bits. */
    public String ofPrograms(String name) {
        return keptOrNew(name, LONG);
    }

    /** A secret that a person types: about 59 bits. */
    public String typed(String name) {
        return keptOrNew(name, TYPED);
    }

    private String keptOrNew(String name, int length) {
        var file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                var kept = Files.readString(file).strip();
                if (!kept.isEmpty()) {
                    return kept;
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        var random = new SecureRandom();
        var fresh = new StringBuilder();
        for (int i = 0; i < length; i++) {
            fresh.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        DataFolder.writePrivately(file, fresh + "\n");
        return fresh.toString();
    }
}
