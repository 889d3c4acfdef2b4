package org.wuduan.hub.shared;

/** The stable problem types of PROTOCOL.md, section 5, with their HTTP status. */
public enum ProblemType {
    MALFORMED_JSON(400, "The message is not JSON of the agreed form"),
    UNKNOWN_MESSAGE_TYPE(400, "There is no such message"),
    UNSUPPORTED_VERSION(400, "This protocol version is not supported"),
    HELLO_EXPECTED(400, "The first message, and no other, is hello"),
    IDEMPOTENCY_KEY_MISSING(400, "A command needs an Idempotency-Key that is a UUID"),
    NOT_SIGNED_IN(401, "Sign in first"),
    SESSION_EXPIRED(401, "The session is over, sign in again"),
    WRONG_CREDENTIALS(401, "Name or secret is wrong"),
    SIGN_IN_OVER(401, "The password was given too long ago, begin again"),
    ORIGIN_NOT_ALLOWED(403, "The request comes from a foreign page"),
    ACTION_NOT_ALLOWED(403, "This is not yours to do"),
    NOT_FOUND(404, "There is no such thing for you"),
    CODE_UNKNOWN(404, "The code is wrong, used or too old"),
    ACTIVATION_OVER(404, "The link was used, has expired or was replaced"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    WRONG_STATE(409, "This is not in a state that allows it"),
    EDIT_CONFLICT(409, "Somebody else has changed this since it was read"),
    ID_NUMBER_TAKEN(409, "This ID number is registered already"),
    IMPORT_CHANGED(409, "The file is not the one that was checked"),
    LAST_ADMINISTRATOR(409, "Nobody else has this role; make another administrator first"),
    PATIENT_MISMATCH(409, "This is written for another patient than the consultation is about"),
    PRESCRIPTION_EXPIRED(409, "The time of the prescription is over"),
    PATIENT_BUSY(409, "The patient already has an open consultation"),
    ALREADY_INVITED(409, "That doctor has been invited already"),
    DOCTOR_NOT_ON_DUTY(409, "That doctor is not on duty"),
    CONSENT_TEXT_OUTDATED(409, "The consent names a text that is no longer in force"),
    LOGIN_TAKEN(409, "Another account has this login"),
    LIMIT_REACHED(409, "There are as many of these as there may be"),
    SECOND_FACTOR_MISSING(409, "Set up a second factor first"),
    SIGNING_KEY_MISSING(409, "Set up a signing key first"),
    SIGNING_KEY_LOCKED(409, "Unlock the signing key first"),
    SEAT_NOT_HELD(409, "This connection does not hold a seat of that call"),
    STALE_EPOCH(409, "A newer connection holds the seat"),
    STALE_GENERATION(409, "The call has moved to another bridge"),
    BOX_REMOVED(410, "The box was taken out of its household"),
    PAYLOAD_TOO_LARGE(413, "The message is larger than its limit"),
    UNSUPPORTED_MEDIA_TYPE(415, "Send application/json"),
    INVALID_FIELD(422, "A field is missing or out of range"),
    PRESCRIPTION_NOT_READY(422, "The prescription breaks a rule or leaves a warning unanswered"),
    PASSWORD_TOO_EASY(422, "The password is too short, common, or made of the login or name"),
    PIN_TOO_EASY(422, "The PIN is too short or too easy to guess"),
    WRONG_PIN(422, "The signing PIN is wrong"),
    IMPORT_FAULTY(422, "The file has rows that can not be imported"),
    RULE_NOT_MET(422, "A rule of the law is not met"),
    IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key was used for another command"),
    LOCKED_OUT(429, "Too many failures, wait"),
    TOO_MANY_COMMANDS(429, "Too many commands from this session, wait"),
    WATCH_LIMIT(429, "Too many streams on one connection"),
    INTERNAL(500, "The hub made a mistake; nothing was changed"),
    BUSY(503, "The hub has too much to do now, come again"),
    NO_NEW_CALLS(503, "No new consultation is taken now; those under way go on"),
    REPORT_FONT_MISSING(503, "The font for reports is missing on this server"),
    MEDIA_UNAVAILABLE(503, "No media bridge can be reached now");

    private final int status;
    private final String title;

    ProblemType(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    /** For example urn:wuduan:problem:wrong-state. */
    public String urn() {
        return "urn:wuduan:problem:" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
