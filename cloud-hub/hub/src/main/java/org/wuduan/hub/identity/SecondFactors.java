package org.wuduan.hub.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.wuduan.contract.AccessMessages.NewSecondFactor;
import org.wuduan.contract.AccessMessages.SecondFactorState;
import org.wuduan.contract.ActorKind;
import org.wuduan.hub.audit.Audit;
import org.wuduan.hub.vault.Vault;

/** The second factor of people: what an authenticator app shows, and recovery codes for a lost phone. */
@Service
public class SecondFactors {
    private static final String SECRET = "second-factor.secret";
    private static final String RECOVERY = "second-factor.recovery-code";
    private static final String ISSUER = "五端";

    /** No letter or digit is left out: it is what base32 has. */
    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Audit audit;
    private final Clock clock;
    private final boolean required;

    SecondFactors(
            JdbcClient jdbc, Vault vault, Audit audit, Clock clock, @Value("${hub.second-factor}") Requirement rule) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.audit = audit;
        this.clock = clock;
        this.required = rule == Requirement.REQUIRED;
    }

    /** The setting hub.second-factor. */
    enum Requirement {
        /** Everybody who treats, dispenses, registers or administers has one. */
        REQUIRED,
        /** Who has one gives it; nobody must. For the demonstration. */
        OPTIONAL
    }

    /** Whether an account of this kind may not be without one. A family may: it sees its own parents alone. */
    boolean required(ActorKind kind) {
        return required && kind != ActorKind.FAMILY && kind != ActorKind.BOX;
    }

    /** Whether it is set up and confirmed. */
    public boolean on(UUID account) {
        return jdbc.sql("select 1 from second_factor where account = ? and confirmed_at is not null")
                .param(account)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    SecondFactorState state(UUID account, ActorKind kind) {
        var since = jdbc.sql("select confirmed_at from second_factor where account = ? and confirmed_at is not null")
                .param(account)
                .query(Timestamp.class)
                .optional();
        int left = jdbc.sql("select count(*) from recovery_code where account = ?")
                .param(account)
                .query(Integer.class)
                .single();
        return new SecondFactorState(
                since.isPresent(),
                required(kind),
                left,
                since.map(Timestamp::toInstant).orElse(null));
    }

    /** Sets one up; until it is confirmed, one that was set up before and not confirmed is replaced by it. */
    @Transactional
    Optional<NewSecondFactor> setUp(UUID account, String login) {
        var secret = Totp.newSecret();
        int kept = jdbc.sql("insert into second_factor (account, secret) values (?, ?) on conflict (account)"
                        + " do update set secret = excluded.secret, last_step = 0"
                        + " where second_factor.confirmed_at is null")
                .params(account, vault.lock(secret, new Vault.Place(SECRET, account)))
                .update();
        return kept == 0 ? Optional.empty() : Optional.of(new NewSecondFactor(secret, uri(secret, login)));
    }

    /** @return recovery codes, when the code was right */
    @Transactional
    Optional<List<String>> confirm(UUID account, String code) {
        if (on(account) || !takesCode(account, code)) {
            return Optional.empty();
        }
        jdbc.sql("update second_factor set confirmed_at = ? where account = ?")
                .params(Timestamp.from(clock.instant()), account)
                .update();
        audit.record(Audit.Kind.WRITE, account, "second-factor-on", account);
        return Optional.of(newRecoveryCodes(account));
    }

    /** Takes a code of the app, or a recovery code; neither is taken twice. */
    @Transactional
    boolean takes(UUID account, String given) {
        var code = given.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
        return code.matches("\\d{6}") ? on(account) && takesCode(account, code) : takesRecoveryCode(account, code);
    }

    private boolean takesCode(UUID account, String code) {
        var secret = jdbc.sql("select secret from second_factor where account = ? for update")
                .param(account)
                .query(byte[].class)
                .optional();
        if (secret.isEmpty()) {
            return false;
        }
        var step = Totp.step(vault.open(secret.get(), new Vault.Place(SECRET, account)), code, clock.instant());
        return step.isPresent()
                && jdbc.sql("update second_factor set last_step = :step where account = :account and last_step < :step")
                                .param("step", step.getAsLong())
                                .param("account", account)
                                .update()
                        == 1;
    }

    private boolean takesRecoveryCode(UUID account, String code) {
        boolean taken = jdbc.sql("delete from recovery_code where account = ? and fingerprint = ?")
                        .params(account, fingerprint(account, code))
                        .update()
                == 1;
        if (taken) {
            audit.record(Audit.Kind.WRITE, account, "recovery-code-used", account);
        }
        return taken;
    }

    @Transactional
    List<String> renewRecoveryCodes(UUID account) {
        audit.record(Audit.Kind.WRITE, account, "recovery-codes-renewed", account);
        return newRecoveryCodes(account);
    }

    /** Old ones are worthless from now on. */
    private List<String> newRecoveryCodes(UUID account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        var codes = new ArrayList<String>();
        while (codes.size() < IdentityLimits.RECOVERY_CODES) {
            var code = letters();
            codes.add(code.substring(0, code.length() / 2) + "-" + code.substring(code.length() / 2));
            jdbc.sql("insert into recovery_code (account, fingerprint) values (?, ?)")
                    .params(account, fingerprint(account, code))
                    .update();
        }
        return codes;
    }

    private static String letters() {
        var letters = new StringBuilder();
        while (letters.length() < IdentityLimits.RECOVERY_CODE_LETTERS) {
            letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return letters.toString();
    }

    private byte[] fingerprint(UUID account, String code) {
        return vault.fingerprint(RECOVERY, account + "/" + code);
    }

    /** Takes the second factor away: it has to be set up again, where one is required at the next sign-in. */
    @Transactional
    public boolean remove(UUID account) {
        jdbc.sql("delete from recovery_code where account = ?").param(account).update();
        return jdbc.sql("delete from second_factor where account = ?")
                        .param(account)
                        .update()
                == 1;
    }

    /** The form that authenticator apps read: otpauth://totp/ISSUER:LOGIN?secret=…&issuer=…. */
    private static String uri(String secret, String login) {
        return "otpauth://totp/" + encoded(ISSUER) + ":" + encoded(login) + "?secret=" + secret + "&issuer="
                + encoded(ISSUER);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
