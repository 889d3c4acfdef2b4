package org.bluez;

import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** The errors of BlueZ that this module throws or tells apart; others arrive as plain {@link DBusExecutionException}. */
public final class Error {
    private Error() {}

    /** One of the four ways in which a pairing ends without a bond. */
    public abstract static class PairingRefused extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        PairingRefused(String message) {
            super(message);
        }
    }

    /** The characteristic needs an encrypted link, so a bond. */
    public static final class NotPermitted extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public NotPermitted(String message) {
            super(message);
        }
    }

    /** The device does not authorise the access. */
    public static final class NotAuthorized extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public NotAuthorized(String message) {
            super(message);
        }
    }

    /** The pairing failed. */
    public static final class AuthenticationFailed extends PairingRefused {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AuthenticationFailed(String message) {
            super(message);
        }
    }

    /** The pairing was cancelled. */
    public static final class AuthenticationCanceled extends PairingRefused {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AuthenticationCanceled(String message) {
            super(message);
        }
    }

    /** One side rejected the pairing. */
    public static final class AuthenticationRejected extends PairingRefused {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AuthenticationRejected(String message) {
            super(message);
        }
    }

    /** The pairing took too long. */
    public static final class AuthenticationTimeout extends PairingRefused {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AuthenticationTimeout(String message) {
            super(message);
        }
    }

    /** The bond exists already. */
    public static final class AlreadyExists extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AlreadyExists(String message) {
            super(message);
        }
    }

    /** The link is up already. */
    public static final class AlreadyConnected extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public AlreadyConnected(String message) {
            super(message);
        }
    }

    /** The same operation is under way. */
    public static final class InProgress extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public InProgress(String message) {
            super(message);
        }
    }

    /** There is no link. */
    public static final class NotConnected extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public NotConnected(String message) {
            super(message);
        }
    }

    /** The object can't do that. */
    public static final class NotSupported extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public NotSupported(String message) {
            super(message);
        }
    }

    /** The adapter is off. */
    public static final class NotReady extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public NotReady(String message) {
            super(message);
        }
    }

    /** Anything else; the text of the error tells more. */
    public static final class Failed extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public Failed(String message) {
            super(message);
        }
    }

    /** Thrown by an agent that does not agree. */
    public static final class Rejected extends DBusExecutionException {
        private static final long serialVersionUID = 1L;

        /** Called by dbus-java. */
        public Rejected(String message) {
            super(message);
        }
    }
}
