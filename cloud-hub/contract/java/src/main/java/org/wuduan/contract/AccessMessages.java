package org.wuduan.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Passwords, second factors and sessions of people. */
public final class AccessMessages {
    private AccessMessages() {}

    /** POST /api/me/password */
    public record ChangePassword(String current, String password) {
        @Override
        public String toString() {
            return "ChangePassword[‹redacted›]";
        }
    }

    /** Answer 202 of POST /api/sessions: the password was right, and something more is needed. */
    public record SecondStep(Step step, Instant expiresAt) {
        /** What is needed. */
        public enum Step {
            @JsonProperty("code")
            CODE,
            @JsonProperty("enrol")
            ENROL
        }
    }

    /** A code of the second factor: six digits, or a recovery code. */
    public record GiveCode(String code) {
        @Override
        public String toString() {
            return "GiveCode[‹redacted›]";
        }
    }

    /** A second factor that is set up and not yet confirmed. */
    public record NewSecondFactor(String secret, String uri) {
        @Override
        public String toString() {
            return "NewSecondFactor[‹redacted›]";
        }
    }

    /** A confirmed second factor. */
    public record SecondFactorOn(List<String> recoveryCodes, Answers.@Nullable Me me) {
        public SecondFactorOn {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /** Confirmed by somebody who was signed in already. */
        public static SecondFactorOn ofSignedIn(List<String> recoveryCodes) {
            return new SecondFactorOn(recoveryCodes, null);
        }

        @Override
        public String toString() {
            return "SecondFactorOn[‹redacted›]";
        }
    }

    /** GET /api/me/second-factor */
    public record SecondFactorState(
            boolean on,
            boolean required,
            int recoveryCodesLeft,
            @Nullable Instant since) {}

    /** One place where an account is signed in. */
    public record OpenSession(
            UUID id,
            boolean current,
            Instant openedAt,
            Instant activeAt,
            Browser browser,
            Platform system,
            @Nullable String address) {
        @Override
        public String toString() {
            return "OpenSession[" + id + " ‹redacted›]";
        }
    }

    /** GET /api/me/sessions */
    public record SessionList(List<OpenSession> sessions) {
        public SessionList {
            sessions = List.copyOf(sessions);
        }
    }

    /** Choices of browser. */
    public enum Browser {
        @JsonProperty("chrome")
        CHROME,
        @JsonProperty("edge")
        EDGE,
        @JsonProperty("firefox")
        FIREFOX,
        @JsonProperty("safari")
        SAFARI,
        @JsonProperty("wechat")
        WECHAT,
        @JsonProperty("other")
        OTHER
    }

    /** Choices of operating system. */
    public enum Platform {
        @JsonProperty("windows")
        WINDOWS,
        @JsonProperty("macos")
        MACOS,
        @JsonProperty("linux")
        LINUX,
        @JsonProperty("android")
        ANDROID,
        @JsonProperty("ios")
        IOS,
        @JsonProperty("harmony")
        HARMONY,
        @JsonProperty("other")
        OTHER
    }

    /** An account as the security administrator sees it. */
    public record AccountAccess(
            UUID id,
            String login,
            String name,
            ActorKind kind,
            boolean active,
            boolean secondFactor,
            int sessions,
            @Nullable AdministratorRole role,
            @Nullable Instant lockedUntil) {
        @Override
        public String toString() {
            return "AccountAccess[" + id + " ‹redacted›]";
        }
    }

    /** GET /api/access/accounts */
    public record AccountAccessList(List<AccountAccess> accounts, boolean more) {
        public AccountAccessList {
            accounts = List.copyOf(accounts);
        }
    }
}
