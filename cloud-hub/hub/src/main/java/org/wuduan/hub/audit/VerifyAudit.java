package org.wuduan.hub.audit;

import java.io.FileReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * The command with which an operator verifies the trail, beside a running hub or without one: it needs the database
 * alone. Status 0: whole; 1: broken; 2: it could not be read.
 */
public final class VerifyAudit {
    public static final String COMMAND = "verify-audit";
    private static final int WHOLE = 0;
    private static final int BROKEN = 1;
    private static final int NOT_VERIFIED = 2;

    private VerifyAudit() {}

    /**
     * Verifies and says the result in one line.
     *
     * @param settings the hub's own properties file
     */
    public static int run(Path settings, PrintStream out) {
        try (var reader = new FileReader(settings.toFile(), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            var verdict = verifier(properties).verify();
            out.println("verify-audit: " + sentence(verdict));
            return verdict instanceof AuditVerifier.Whole ? WHOLE : BROKEN;
        } catch (IOException noSettings) {
            out.println("verify-audit: " + settings + " can't be read; name the data folder with --data DIR.");
        } catch (DataAccessException | TransactionException noDatabase) {
            out.println("verify-audit: the database can't be read; it runs as long as ./run does on this data folder.");
        }
        return NOT_VERIFIED;
    }

    private static AuditVerifier verifier(Properties properties) {
        var database = new DriverManagerDataSource(
                properties.getProperty("hub.database.url", ""),
                properties.getProperty("hub.database.user", ""),
                properties.getProperty("hub.database.password", ""));
        var anchor = Optional.ofNullable(properties.getProperty("hub.audit-anchor"))
                .filter(path -> !path.isBlank())
                .map(Path::of);
        return new AuditVerifier(JdbcClient.create(database), new JdbcTransactionManager(database), anchor);
    }

    static String sentence(AuditVerifier.Verdict verdict) {
        return switch (verdict) {
            case AuditVerifier.Whole whole ->
                "whole. %d entries under %d seals; %d entries wait for theirs.%s"
                        .formatted(
                                whole.entries(),
                                whole.seals(),
                                whole.waiting(),
                                whole.anchored() ? "" : " No seal is kept outside the database.");
            case AuditVerifier.Broken(var fault, var number) ->
                "BROKEN. "
                        + switch (fault) {
                            case ENTRY_CHANGED -> "Entry " + number + " was changed after it was sealed.";
                            case ENTRY_TAKEN_AWAY -> "Entry " + number + " was taken away.";
                            case ENTRY_PUT_IN -> "Entry " + number + " was put in past the hub.";
                            case SEAL_CHANGED -> "Seal " + number + " was changed.";
                            case SEAL_TAKEN_AWAY -> "Seal " + number + " was taken away.";
                            case END_CUT_OFF ->
                                "Seal " + number
                                        + ", which the file outside the database names, is not in the trail: its end"
                                        + " was cut off, all of it made anew, or an older copy brought back.";
                            case ANCHOR_UNREADABLE -> "The file with the newest seal can't be read.";
                        };
        };
    }
}
