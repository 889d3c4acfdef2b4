package org.wuduan.hub.consultation;

import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.wuduan.hub.shared.Outcome;

/**
 * Has each report made and archived as soon as what it tells has changed (远程医疗服务管理规范(试行) 2018: signed 会诊意见,
 * archived by both), and later those that are owed.
 */
@Component
class ReportArchiving {
    /** In one look; a report takes some tenths of a second. */
    static final int AT_ONCE_MAX = 50;

    private static final Logger LOG = LoggerFactory.getLogger(ReportArchiving.class);

    private final Reports reports;
    private final ReportBook book;
    private final Clock clock;

    ReportArchiving(Reports reports, ReportBook book, Clock clock) {
        this.reports = reports;
        this.book = book;
        this.clock = clock;
    }

    /** Repeating it changes nothing. Without a font the report is owed. */
    @ApplicationModuleListener
    void on(ReportContentChanged changed) {
        reports.archive(changed.consultation());
    }

    /** Ends with the first for which there is still no font. */
    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void makeOwed() {
        for (var consultation : book.owed(clock.instant(), AT_ONCE_MAX)) {
            if (!tried(consultation)) {
                return;
            }
        }
    }

    /**
     * One that can't be made just now is tried again, ever more rarely, and is no other's trouble. Says whether others
     * may be tried.
     */
    private boolean tried(UUID consultation) {
        try {
            return reports.archive(consultation) instanceof Outcome.Done<byte[]>;
        } catch (RuntimeException triedAgain) {
            book.postpone(consultation, clock.instant());
            LOG.warn(
                    "report.not_made consultation={} fault={}",
                    consultation,
                    triedAgain.getClass().getSimpleName());
            return true;
        }
    }
}
