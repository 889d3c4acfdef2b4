package org.wuduan.hub.household;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wuduan.hub.vault.Vault;

/** What the books hold locked: where people live, how to call them, and the numbers of their papers. */
@Component
class PrivateTexts {
    private final Vault vault;

    PrivateTexts(Vault vault) {
        this.vault = vault;
    }

    /** A kind of locked text; its name is bound into the locked bytes and never changes. */
    enum Kind {
        HOUSEHOLD_ADDRESS,
        HOUSEHOLD_PHONE,
        PATIENT_ID_NUMBER;

        private Vault.Place of(UUID owner) {
            return new Vault.Place(name().toLowerCase(Locale.ROOT), owner);
        }
    }

    byte @Nullable [] lock(Kind kind, UUID owner, @Nullable String text) {
        return text == null || text.isEmpty() ? null : vault.lock(text, kind.of(owner));
    }

    @Nullable
    String open(Kind kind, UUID owner, byte @Nullable [] locked) {
        return locked == null ? null : vault.open(locked, kind.of(owner));
    }

    byte @Nullable [] fingerprint(@Nullable IdNumber number) {
        return number == null ? null : vault.fingerprint("id-number", number.whole());
    }

    /** Of a household's name and address within its institution. */
    byte[] fingerprint(UUID institution, HouseholdForm.Details details) {
        // neither name nor address has line breaks
        return vault.fingerprint("household-place", institution + "\n" + details.name() + "\n" + details.address());
    }
}
