package org.wuduan.hub.signing;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Signing.SignedDocument;
import org.wuduan.contract.Signing.SignedFile;
import org.wuduan.contract.Signing.Verdict;
import org.wuduan.signed.Payload;
import org.wuduan.signed.SignatureCheck;
import org.wuduan.signed.SignedChain;

/** Judges what lies in the database: as whoever has only the file would, and whether each key was the signer's own then. */
@Component
class Verdicts {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final SignedVersions versions;
    private final SigningKeys keys;
    private final SignedChain chain;

    Verdicts(SignedVersions versions, SigningKeys keys, List<SignatureCheck> checks) {
        this.versions = versions;
        this.keys = keys;
        this.chain = new SignedChain(checks);
    }

    Optional<SignedDocument> verified(UUID document) {
        var count = versions.count(document);
        if (count.isEmpty()) {
            return Optional.empty();
        }
        var rows = versions.of(document);
        var judged = chain.judge(file(document, rows));
        var shown = new ArrayList<SignedDocument.Version>();
        for (int index = 0; index < rows.size(); index++) {
            shown.add(shown(rows.get(index), judged.get(index)));
        }
        return Optional.of(new SignedDocument(document, count.getAsInt() == rows.size(), shown));
    }

    /** Judges also whether what is shown is what the newest version signed. */
    Optional<SignedDocument> verified(UUID document, Object shown) {
        var rows = versions.of(document);
        boolean isShown = !rows.isEmpty()
                && Payload.read(rows.getLast().payload())
                        .filter(payload -> payload.isAbout(shown))
                        .isPresent();
        return verified(document).map(signed -> isShown ? signed : withChangedContent(signed));
    }

    private static SignedDocument withChangedContent(SignedDocument signed) {
        if (signed.versions().isEmpty()) {
            return signed;
        }
        var all = new ArrayList<>(signed.versions());
        var last = all.removeLast();
        var verdict = last.verdict();
        all.add(new SignedDocument.Version(
                last.version(),
                last.signedAt(),
                last.algorithm(),
                last.fingerprint(),
                last.signer(),
                new Verdict(false, verdict.chain(), verdict.signature(), verdict.key())));
        return new SignedDocument(signed.document(), signed.complete(), all);
    }

    private SignedDocument.Version shown(SignedVersions.Row row, SignedChain.Judged judged) {
        var key = keys.find(row.key()).orElseThrow();
        var verdict = judged.verdict();
        return new SignedDocument.Version(
                row.version(),
                row.signedAt(),
                row.algorithm(),
                key.fingerprint(),
                judged.payload().map(Payload::signer).orElse(null),
                new Verdict(
                        verdict.content() && judged.payload().filter(row::says).isPresent(),
                        verdict.chain(),
                        verdict.signature(),
                        verdict.key()
                                && judged.payload()
                                        .filter(payload -> belongsTo(key, payload))
                                        .isPresent()));
    }

    private boolean belongsTo(SigningKeys.Key key, Payload payload) {
        return keys.genuine(key) && key.account().equals(payload.signer().account()) && key.inUseAt(payload.signedAt());
    }

    SignedFile file(UUID document, List<SignedVersions.Row> rows) {
        var publicKeys = new HashMap<UUID, String>();
        return new SignedFile(
                SignedFile.FORMAT,
                document,
                rows.stream()
                        .map(row -> new SignedFile.Version(
                                row.payload(),
                                row.hash(),
                                row.algorithm(),
                                publicKeys.computeIfAbsent(row.key(), this::publicKey),
                                BASE64.encodeToString(row.signature())))
                        .toList());
    }

    private String publicKey(UUID key) {
        return BASE64.encodeToString(keys.find(key).orElseThrow().publicKey());
    }
}
