package org.wuduan.hub.referral;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.hub.consultation.FollowedPatients;
import org.wuduan.hub.journal.Journal;
import org.wuduan.hub.journal.StreamName;

/** Tells the talks who follows their patients, and takes a following whose time is over off the open screens. */
@Component
class Followings implements FollowedPatients {
    private final ReferralBook book;
    private final Journal journal;
    private final Clock clock;

    Followings(ReferralBook book, Journal journal, Clock clock) {
        this.book = book;
        this.journal = journal;
        this.clock = clock;
    }

    @Override
    public Set<UUID> of(UUID doctor) {
        return book.followedBy(doctor, clock.instant());
    }

    @Override
    public Set<UUID> followersOf(UUID patient) {
        return book.followersOf(patient, clock.instant());
    }

    @Override
    public Optional<Following> by(UUID doctor, UUID patient) {
        return book.following(doctor, patient, clock.instant())
                .map(referral -> new Following(
                        referral.id(),
                        // within one institution it is named twice
                        Set.copyOf(List.of(referral.senderInstitution(), referral.institution())),
                        referral.disease().name(),
                        referral.summary()));
    }

    /** The right itself ended with the time; a round that fails is made good by the next. */
    @Scheduled(fixedDelay = 1_000)
    @Transactional
    public void round() {
        var senders = book.endFollowings(clock.instant());
        journal.touch(senders.stream().map(Followings::inbox).collect(Collectors.toSet()));
    }

    /** The stream that shows a doctor the talks of followed patients. */
    static StreamName inbox(UUID doctor) {
        return new StreamName("inbox", doctor);
    }
}
