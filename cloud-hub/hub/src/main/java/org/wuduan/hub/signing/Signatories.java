package org.wuduan.hub.signing;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.NamedInstitution;
import org.wuduan.contract.Signing.SignedBy;
import org.wuduan.hub.identity.Accounts;
import org.wuduan.hub.identity.StaffPosts;

/** Who somebody is at the moment of signing: it stands in what is signed and never changes with the post. */
@Component
class Signatories {
    private final Accounts accounts;
    private final StaffPosts posts;

    Signatories(Accounts accounts, StaffPosts posts) {
        this.accounts = accounts;
        this.posts = posts;
    }

    /** @param key fingerprint */
    SignedBy of(UUID account, String key) {
        var doctor = posts.of(account);
        var institution = doctor.map(Doctor::institution)
                .or(() -> posts.institutionOf(account).map(NamedInstitution::name))
                .orElseThrow();
        return new SignedBy(
                account,
                doctor.map(Doctor::name).or(() -> accounts.name(account)).orElseThrow(),
                doctor.map(Doctor::title).orElse(null),
                institution,
                posts.licence(account).orElse(null),
                key);
    }
}
