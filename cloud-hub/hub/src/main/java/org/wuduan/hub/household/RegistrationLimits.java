package org.wuduan.hub.household;

/** Limits of the books of households and patients. */
final class RegistrationLimits {
    /** Households on one page of the list. */
    static final int PAGE_MAX = 50;

    /** Patients of one household, deactivated ones too: a nursing home's floor, not a whole home. */
    static final int PATIENTS_OF_HOUSEHOLD_MAX = 40;

    /** Patients in one file, without the heading. */
    static final int IMPORT_ROWS_MAX = 2_000;

    /** Size of one file: 2,000 rows have about 200 KiB. */
    static final int IMPORT_BYTES_MAX = 512 * 1024;

    /** Faults that a dry run names; it counts the others. */
    static final int FAULTS_SHOWN_MAX = 200;

    static final int HOUSEHOLD_NAME_MAX = 64;
    static final int ADDRESS_MAX = 200;

    private RegistrationLimits() {}
}
