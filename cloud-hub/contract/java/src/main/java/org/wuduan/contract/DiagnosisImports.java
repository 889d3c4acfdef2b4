package org.wuduan.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An institution's list of diagnoses from a file (PROTOCOL.md, section 16). */
public final class DiagnosisImports {
    private DiagnosisImports() {}

    /**
     * What a file of diagnoses would do; nothing was changed.
     *
     * @param inUse codes of the list in use, which the file would replace
     * @param gone those of them that the file lacks
     */
    public record DiagnosisImportReport(
            String sha256,
            @Nullable TextEncoding encoding,
            int codes,
            int inUse,
            int gone,
            @Nullable FileFault fileFault,
            List<RowFault> faults,
            int faultsInAll) {
        public DiagnosisImportReport {
            faults = List.copyOf(faults);
        }

        @Override
        public String toString() {
            return "DiagnosisImportReport[" + codes + " " + faultsInAll + "]";
        }

        /** Why the file can't be read as a whole. */
        public record FileFault(
                ImportFileFault fault,
                @Nullable Integer at,
                @Nullable DiagnosisColumn column) {}

        /** One thing that keeps a row out. */
        public record RowFault(
                int row,
                DiagnosisColumn column,
                DiagnosisFault fault,
                @Nullable Integer otherRow) {}
    }
}
