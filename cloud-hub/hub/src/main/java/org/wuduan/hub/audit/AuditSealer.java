package org.wuduan.hub.audit;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was written to the trail, every few seconds and when the hub ends. */
@Component
class AuditSealer implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSealer.class);

    /** Entries under one seal. */
    static final int ENTRIES_MAX = 1_000;

    /** What was written within so many milliseconds can still be taken away unseen. */
    static final long SEALED_EVERY_MILLIS = 2_000;

    private final SealBook book;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final Optional<SealAnchor> anchor;
    private boolean anchorDiffers;
    private boolean anchorLooked;

    @Autowired
    AuditSealer(
            JdbcClient jdbc,
            TransactionTemplate transactions,
            Clock clock,
            @Value("${hub.audit-anchor:}") String anchor) {
        this(jdbc, transactions, clock, anchor.isBlank() ? Optional.empty() : Optional.of(Path.of(anchor)));
    }

    AuditSealer(JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Optional<Path> anchor) {
        this.book = new SealBook(jdbc);
        this.transactions = transactions;
        this.clock = clock;
        this.anchor = anchor.map(SealAnchor::new);
    }

    /** Seals everything that waits. */
    @Scheduled(fixedDelay = SEALED_EVERY_MILLIS)
    synchronized void seal() {
        try {
            Optional<Seal> newest;
            do {
                newest = transactions.execute(_ -> sealSome());
                if (newest.isPresent()) {
                    remember(newest.get());
                }
            } while (newest.isPresent() && newest.get().entries().size() == ENTRIES_MAX);
        } catch (DataAccessException | TransactionException databaseAway) {
            LOG.warn("audit.not_sealed fault={}", databaseAway.getClass().getSimpleName());
        }
    }

    /** What was written last is sealed before the hub ends. */
    @Override
    public void destroy() {
        seal();
    }

    private Optional<Seal> sealSome() {
        book.lock();
        var waiting = book.takeUnsealed(ENTRIES_MAX);
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var seal = after(book.newest(), waiting);
        book.keep(seal);
        return Optional.of(seal);
    }

    private Seal after(Optional<Seal> newest, List<TrailEntry> waiting) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return Seal.over(
                waiting,
                newest.map(Seal::number).orElse(0L) + 1,
                newest.map(Seal::seal).orElseGet(Seal::none),
                at);
    }

    /**
     * An anchor that the trail does not hold is evidence: it is never written over. Somebody cut the trail, or an older
     * copy was brought back; until the file is put away no new anchor is kept.
     */
    private void remember(Seal newest) {
        if (anchor.isEmpty()) {
            return;
        }
        try {
            if (!anchorLooked) {
                anchorDiffers = differs(anchor.get());
                anchorLooked = true;
            }
            if (anchorDiffers) {
                LOG.error("audit.anchor_differs seal={}", newest.number());
                anchorDiffers = differs(anchor.get());
            }
            if (!anchorDiffers) {
                anchor.get().write(newest);
            }
        } catch (IOException notWritten) {
            LOG.error(
                    "audit.not_anchored seal={} fault={}",
                    newest.number(),
                    notWritten.getClass().getSimpleName());
        }
    }

    private boolean differs(SealAnchor anchor) throws IOException {
        var anchored = anchor.read();
        return anchored.isPresent()
                && book.numbered(anchored.get().seal())
                        .filter(anchored.get()::names)
                        .isEmpty();
    }
}
