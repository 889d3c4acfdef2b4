package org.wuduan.contract;

import java.time.Instant;

/** Accounts by activation link, institutions, staff and duty rosters. */
public final class Administration {
    private Administration() {}

    /** POST /api/activations/lookup */
    public record LookUpActivation(String token) {
        @Override
        public String toString() {
            return "LookUpActivation[‹redacted›]";
        }
    }

    /** POST /api/activations */
    public record Activate(String token, String password) {
        @Override
        public String toString() {
            return "Activate[‹redacted›]";
        }
    }

    /** Answer of POST /api/activations/lookup: whose link it is. */
    public record Activation(String login, String name, ActorKind kind) {
        @Override
        public String toString() {
            return "Activation[" + kind + " ‹redacted›]";
        }
    }

    /**
     * A new one-time link; an older one of the same person is over.
     *
     * @param path path and fragment, to be put behind the hub's address
     */
    public record ActivationLink(String path, Instant expiresAt) {
        @Override
        public String toString() {
            return "ActivationLink[‹redacted›]";
        }
    }
}
