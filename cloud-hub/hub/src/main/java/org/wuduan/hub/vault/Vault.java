package org.wuduan.hub.vault;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Locks texts that must not lie open in the database or its backups, such as ID numbers, notes and what the journal keeps.
 * The key is a file beside the database; the database keeps only a fingerprint by which a missing or wrong key is noticed
 * before anything is written under it.
 */
@Component
public class Vault {
    private static final String CHECKED = "vault key";

    private final Lock lock;

    Vault(JdbcClient jdbc, @Value("${hub.secrets}") Path folder) {
        var file = KeyFile.in(folder);
        var known = jdbc.sql("select fingerprint from vault_key")
                .query(byte[].class)
                .optional()
                .orElse(null);
        this.lock = new Lock(key(file, known));
        if (known == null) {
            jdbc.sql("insert into vault_key (fingerprint) values (?)")
                    .param(lock.fingerprint(CHECKED, ""))
                    .update();
        } else if (!MessageDigest.isEqual(known, lock.fingerprint(CHECKED, ""))) {
            throw new IllegalStateException(
                    "the key file " + file.path()
                            + " is not the one that this database was filled with: bring it and the database back from one copy");
        }
    }

    private static byte[] key(KeyFile file, byte @Nullable [] known) {
        return file.read().orElseGet(() -> {
            if (known != null) {
                throw new IllegalStateException("the key file " + file.path()
                        + " is missing and this database holds what was locked with it: bring it back from a copy");
            }
            return file.make();
        });
    }

    /**
     * Where a locked text lies. It is bound into the bytes: copied to another row or column they no longer open.
     *
     * @param kind what the text is, for example patient.id-number
     * @param owner of the text, for example the patient
     */
    public record Place(String kind, UUID owner) {
        private String text() {
            return kind + "/" + owner;
        }
    }

    /** Two calls with the same text give different bytes. */
    public byte[] lock(String text, Place place) {
        return lock.lock(text, place.text());
    }

    /** @throws VaultDamaged when the bytes are not what was locked for this place */
    public String open(byte[] locked, Place place) {
        return lock.open(locked, place.text());
    }

    /** 32 bytes that are the same for the same text of the same kind: to find it again or to keep it unique. */
    public byte[] fingerprint(String kind, String text) {
        return lock.fingerprint(kind, text);
    }
}
