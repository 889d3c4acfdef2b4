package org.wuduan.hub.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.event.TransactionalEventListener;
import org.wuduan.contract.ClinicalRecord.DiagnosisList;
import org.wuduan.contract.Diagnosis;
import org.wuduan.contract.DiagnosisColumn;
import org.wuduan.hub.tables.TableForm;

/** The list of diagnoses in use: the institution's own, or the starter list of the program while there is none. */
@Service
class DiagnosisCodes {
    private static final String STARTER = "diagnoses.csv";
    private static final String STARTER_SOURCE = "国家临床版 2.0 起始清单 · starter list, national clinical edition 2.0";

    private final JdbcClient jdbc;
    private volatile InUse inUse;

    DiagnosisCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.inUse = read();
    }

    private record InUse(DiagnosisIndex index, String source) {
        @Override
        public String toString() {
            return "InUse[‹redacted›]";
        }
    }

    /** Another list was brought in. */
    record ListReplaced() {}

    DiagnosisList find(String words) {
        var list = inUse;
        return new DiagnosisList(list.index().find(words), list.source());
    }

    /** The codes of the list in use. */
    Set<String> codes() {
        return inUse.index().codes();
    }

    boolean holds(Diagnosis diagnosis) {
        return inUse.index().holds(diagnosis);
    }

    @TransactionalEventListener
    void on(ListReplaced replaced) {
        inUse = read();
    }

    private InUse read() {
        var own = jdbc.sql("select code, name, initials from diagnosis_code order by code")
                .query((row, _) -> new DiagnosisIndex.Line(
                        row.getString("code"), row.getString("name"), row.getString("initials")))
                .list();
        return own.isEmpty() ? new InUse(new DiagnosisIndex(starter()), STARTER_SOURCE) : imported(own);
    }

    private InUse imported(List<DiagnosisIndex.Line> own) {
        var day = jdbc.sql("select to_char(max(imported_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')"
                        + " from diagnosis_list")
                .query(String.class)
                .single();
        return new InUse(new DiagnosisIndex(own), "机构清单 · own list " + day);
    }

    /** The file says itself where it comes from, in lines that begin with a number sign. */
    static List<DiagnosisIndex.Line> starter() {
        try (var file = DiagnosisCodes.class.getResourceAsStream(STARTER)) {
            if (file == null) {
                throw new IllegalStateException(STARTER + " is missing");
            }
            var table = new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
            return switch (DiagnosisTable.FORM.read(table)) {
                case TableForm.Table<DiagnosisColumn>(var rows) ->
                    DiagnosisPlan.of(rows).lines();
                case TableForm.Unreadable<DiagnosisColumn> broken ->
                    throw new IllegalStateException(STARTER + " can't be read: " + broken.fault());
            };
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
