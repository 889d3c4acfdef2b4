package org.wuduan.hub.referral;

import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.Referrals.ReferralCounts;
import org.wuduan.contract.Referrals.ReferralCounts.Count;

/** Counts referrals. What has no name is counted under one of its own, so that every column adds up to the totals. */
@Repository
class ReferralCounting {
    /** The row of what has no code. */
    static final String UNCLASSIFIED = "未分类";

    private static final String BY = "select coalesce(nullif(%s, ''), '" + UNCLASSIFIED + "') as name,"
            + " count(*) filter (where direction = 'up') as up, count(*) filter (where direction = 'down') as down"
            + " from referral r left join institution i on i.id = r.sender_institution group by 1 order by 1";

    private final JdbcClient jdbc;
    private final TransactionTemplate oneMoment;

    ReferralCounting(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.oneMoment = new TransactionTemplate(transactions);
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
    }

    /** Of one moment: a referral that is sent between two of the queries is in none of them. */
    ReferralCounts counts() {
        return Objects.requireNonNull(oneMoment.execute(_ -> ofNow()));
    }

    private ReferralCounts ofNow() {
        return new ReferralCounts(
                total("up"), total("down"), by("i.name"), by("r.state"), by("split_part(r.disease_code, '.', 1)"));
    }

    private int total(String direction) {
        return jdbc.sql("select count(*) from referral where direction = ?")
                .param(direction)
                .query(Integer.class)
                .single();
    }

    private List<Count> by(String column) {
        return jdbc.sql(BY.formatted(column))
                .query((row, _) -> new Count(row.getString("name"), row.getInt("up"), row.getInt("down")))
                .list();
    }
}
