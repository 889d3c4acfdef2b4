package org.wuduan.hub.referral;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.wuduan.contract.ClinicalRecord.Document;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.identity.Action;
import org.wuduan.hub.identity.Subject;
import org.wuduan.hub.record.RecordDocuments;

/** Referrals as the record lists them, each where it was sent from. */
@Component
class ReferralDocuments implements RecordDocuments {
    private final ReferralBook book;
    private final Consortium consortium;

    ReferralDocuments(ReferralBook book, Consortium consortium) {
        this.book = book;
        this.consortium = consortium;
    }

    @Override
    public List<Kept> of(UUID doctor, UUID patient, Place before, int limit) {
        return consortium
                .post(doctor)
                .map(post -> new ReferralBook.Reader(doctor, post.institution()))
                .map(reader -> book.ofPatient(patient, reader, before, limit).stream()
                        .map(ReferralDocuments::kept)
                        .toList())
                .orElse(List.of());
    }

    private static Kept kept(ReferralCase referral) {
        return new Kept(
                Document.Kind.REFERRAL,
                referral.id(),
                referral.consultation(),
                referral.sentAt(),
                referral.senderInstitution(),
                referral.sender(),
                switch (referral.state()) {
                    case SENT -> Document.State.SENT;
                    case ACCEPTED -> Document.State.ACCEPTED;
                    case DECLINED -> Document.State.DECLINED;
                },
                Action.SEE_REFERRAL,
                new Subject.OfReferral(referral.id()));
    }
}
