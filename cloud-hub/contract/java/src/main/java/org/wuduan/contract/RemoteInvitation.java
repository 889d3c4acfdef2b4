package org.wuduan.contract;

/** The fields that 远程医疗 asks of the inviting institution. */
public record RemoteInvitation(
        String reason, String purpose, String schedule, String caseSummary, String specialty, String title) {
    @Override
    public String toString() {
        return "RemoteInvitation[‹redacted›]";
    }
}
