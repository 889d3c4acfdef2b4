package org.wuduan.hub.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.wuduan.contract.AdministratorRole;

/**
 * While no system administrator has a password yet, a file holds the link with which the first one chooses it. It is
 * there before the hub answers its first request, and gone at the first start after it was used.
 */
@Component
@ConditionalOnExpression("!${hub.demo:false} and '${hub.first-administrator-link:}' != ''")
class FirstAdministrator implements SmartInitializingSingleton {
    /** The person may be renamed later; the login is only a beginning. */
    static final String LOGIN = "admin";

    private static final String NAME = "系统管理员";
    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);

    private final Accounts accounts;
    private final Activations activations;
    private final TransactionTemplate transactions;
    private final Path file;

    FirstAdministrator(
            Accounts accounts,
            Activations activations,
            TransactionTemplate transactions,
            @Value("${hub.first-administrator-link}") Path file) {
        this.accounts = accounts;
        this.activations = activations;
        this.transactions = transactions;
        this.file = file;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            if (accounts.anySystemAdministratorCanSignIn()) {
                Files.deleteIfExists(file);
                return;
            }
            if (!Files.exists(file)
                    || !activations.isGood(Files.readString(file).strip())) {
                var link = transactions.execute(_ -> activations.make(accounts.byLogin(LOGIN)
                        .orElseGet(() -> accounts.invite(
                                Accounts.NewAccount.administrator(LOGIN, AdministratorRole.SYSTEM, NAME)))));
                write(java.util.Objects.requireNonNull(link).path() + "\n");
                LOG.info("first-administrator.invited");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Never readable by others, not even for a moment. */
    private void write(String text) throws IOException {
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        try (var channel = Files.newByteChannel(
                fresh,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(java.nio.ByteBuffer.wrap(text.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
