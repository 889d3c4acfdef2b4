package org.wuduan.hub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Recomputes the whole chain and says whether the trail is what was sealed. */
@Component
public class AuditVerifier {
    private final SealBook book;
    private final TransactionTemplate oneMoment;
    private final Optional<SealAnchor> anchor;

    @Autowired
    AuditVerifier(
            JdbcClient jdbc, PlatformTransactionManager transactions, @Value("${hub.audit-anchor:}") String anchor) {
        this(jdbc, transactions, anchor.isBlank() ? Optional.empty() : Optional.of(Path.of(anchor)));
    }

    AuditVerifier(JdbcClient jdbc, PlatformTransactionManager transactions, Optional<Path> anchor) {
        this.book = new SealBook(jdbc);
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        this.anchor = anchor.map(SealAnchor::new);
    }

    /** What the trail was found to be. */
    public sealed interface Verdict {}

    /**
     * Nothing was changed, taken away or put in.
     *
     * @param waiting entries that were written within the last seconds and wait for their seal
     * @param anchored whether the newest seal also stands in the file outside the database
     */
    public record Whole(long entries, long seals, long waiting, boolean anchored) implements Verdict {}

    /**
     * The trail is not what was sealed.
     *
     * @param number of the first broken entry, or of the seal where the fault names a seal
     */
    public record Broken(Fault fault, long number) implements Verdict {}

    /** What was done to the trail. */
    public enum Fault {
        ENTRY_CHANGED,
        ENTRY_TAKEN_AWAY,
        /** An entry that the hub did not write: it is under no seal and does not wait for one. */
        ENTRY_PUT_IN,
        SEAL_CHANGED,
        SEAL_TAKEN_AWAY,
        /** The chain ends before the seal that the file outside names, or has another one there. */
        END_CUT_OFF,
        ANCHOR_UNREADABLE
    }

    /** Reads everything as it is at one moment; writes go on meanwhile. */
    public Verdict verify() {
        Optional<SealAnchor.Anchored> anchored;
        try {
            // before the database: a seal is anchored after its commit, so that what is read now is found there
            anchored = anchor.isPresent() ? anchor.get().read() : Optional.empty();
        } catch (IOException unreadable) {
            return new Broken(Fault.ANCHOR_UNREADABLE, 0);
        }
        return Objects.requireNonNull(oneMoment.execute(_ -> look(anchored)));
    }

    private Verdict look(Optional<SealAnchor.Anchored> anchored) {
        var walk = new Walk(book);
        book.each(walk::seal);
        return walk.firstFault()
                .or(() -> endCutOff(anchored))
                .or(() -> book.slippedIn().map(number -> new Broken(Fault.ENTRY_PUT_IN, number)))
                .<Verdict>map(broken -> broken)
                .orElseGet(() -> new Whole(walk.entries, walk.seals, book.unsealed(), anchored.isPresent()));
    }

    private Optional<Broken> endCutOff(Optional<SealAnchor.Anchored> anchored) {
        return anchored.filter(
                        one -> book.numbered(one.seal()).filter(one::names).isEmpty())
                .map(one -> new Broken(Fault.END_CUT_OFF, one.seal()));
    }

    /** Goes from seal to seal and keeps the first fault. */
    private static final class Walk {
        private final SealBook book;
        private @Nullable Broken first;
        private byte[] previous = Seal.none();
        private long seals;
        private long entries;

        Walk(SealBook book) {
            this.book = book;
        }

        Optional<Broken> firstFault() {
            return Optional.ofNullable(first);
        }

        /** @return whether to go on to the next one */
        boolean seal(Seal seal) {
            seals++;
            if (seal.number() != seals) {
                first = new Broken(Fault.SEAL_TAKEN_AWAY, seals);
            } else if (!seal.holds() || !MessageDigest.isEqual(seal.previous(), previous)) {
                first = new Broken(Fault.SEAL_CHANGED, seals);
            } else {
                entries(seal);
                previous = seal.seal();
            }
            return first == null;
        }

        private void entries(Seal seal) {
            var found = new HashMap<Long, TrailEntry>();
            book.entries(seal.entries()).forEach(entry -> found.put(entry.number(), entry));
            for (int index = 0; index < seal.entries().size() && first == null; index++) {
                long number = seal.entries().get(index);
                var entry = found.get(number);
                if (entry == null) {
                    first = new Broken(Fault.ENTRY_TAKEN_AWAY, number);
                } else if (!MessageDigest.isEqual(entry.digest(), seal.digest(index))) {
                    first = new Broken(Fault.ENTRY_CHANGED, number);
                }
                entries++;
            }
        }
    }
}
