package org.wuduan.hub.record;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.vault.Vault;

/** What the record holds locked: each version for itself, so that none can be put in the place of another. */
@Component
class ClinicalTexts {
    private final Vault vault;

    ClinicalTexts(Vault vault) {
        this.vault = vault;
    }

    /** A kind of locked text; its name is bound into the locked bytes and never changes. */
    enum Kind {
        RECORD_ENTRY,
        NOTE_TEXT
    }

    /** One version of a thing. */
    record Place(Kind kind, UUID owner, int version) {
        private Vault.Place inVault() {
            return new Vault.Place(kind.name().toLowerCase(Locale.ROOT) + "/" + version, owner);
        }
    }

    byte[] lock(Object content, Place place) {
        return vault.lock(WireJson.mapper().writeValueAsString(content), place.inVault());
    }

    <T> T open(byte[] locked, Place place, Class<T> type) {
        return WireJson.mapper().readValue(vault.open(locked, place.inVault()), type);
    }
}
