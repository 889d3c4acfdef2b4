package org.wuduan.hub.record;

/** How much a record takes in and shows. */
final class RecordLimits {
    /** Entries of one patient, with those that are no longer true. */
    static final int ENTRIES_MAX = 300;

    /** Consultations listed in a record: one every three weeks for ten years. */
    static final int VISITS_MAX = 200;

    /** Versions shown at once. */
    static final int VERSIONS_SHOWN_MAX = 200;

    /** Saved versions of one note: eight hours of typing, saved every three seconds. */
    static final int NOTE_VERSIONS_MAX = 10_000;

    /** Notes of one consultation; each doctor in it has one. */
    static final int NOTES_MAX = 20;

    /** Documents on one page: as many as a screen shows. */
    static final int DOCUMENTS_PAGE_MAX = 20;

    /** How often a page is filled up when much of what the modules name is not the doctor's; then it stays shorter. */
    static final int DOCUMENT_ROUNDS_MAX = 5;

    private RecordLimits() {}
}
