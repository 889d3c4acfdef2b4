package org.wuduan.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Staff from a file (PROTOCOL.md, "Institutions, staff and rosters"). */
public final class StaffImports {
    private StaffImports() {}

    /** What a file of staff would do; nothing was changed. */
    public record StaffImportReport(
            String sha256,
            @Nullable TextEncoding encoding,
            int members,
            @Nullable FileFault fileFault,
            List<RowFault> faults,
            int faultsInAll) {
        public StaffImportReport {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "StaffImportReport[" + members + " " + faultsInAll + "]";
        }

        /** Why the file can't be read as a whole. */
        public record FileFault(
                ImportFileFault fault,
                @Nullable Integer at,
                @Nullable StaffColumn column) {}

        /** One thing that keeps a row out. */
        public record RowFault(
                int row,
                StaffColumn column,
                StaffFault fault,
                @Nullable Integer otherRow) {}
    }
}
