package org.wuduan.hub.referral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.wuduan.contract.Level;
import org.wuduan.contract.Referrals.Disease;
import org.wuduan.contract.Referrals.DiseaseCatalogue;
import org.wuduan.contract.Referrals.DiseaseRow;
import org.wuduan.contract.WireJson;
import org.wuduan.hub.consortium.Consortium;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemType;
import org.wuduan.hub.shared.Refused;
import tools.jackson.core.type.TypeReference;

/** The tiered disease catalogue (分级诊疗疾病目录) of each consortium: which level treats what. It warns, and never blocks. */
@Service
public class DiseaseCatalogues {
    private static final TypeReference<List<DiseaseRow>> ROWS = new TypeReference<>() {};
    private static final String ANY_CODE_WITH = "*";

    private final JdbcClient jdbc;
    private final Consortium consortium;

    DiseaseCatalogues(JdbcClient jdbc, Consortium consortium) {
        this.jdbc = jdbc;
        this.consortium = consortium;
    }

    /**
     * What a catalogue says of a disease.
     *
     * @param fits true also where it has no row
     */
    record Advice(List<DiseaseRow> rows, boolean fits) {
        /** In one line, where the level does not fit. */
        @Nullable
        String warning() {
            return fits
                    ? null
                    : rows.stream()
                            .map(row -> row.disease() + ": " + ReferralBook.word(row.level()))
                            .limit(5)
                            .collect(Collectors.joining("; "));
        }
    }

    /** Begins a consortium's catalogue where there is none. */
    public void begin(UUID leader, List<DiseaseRow> rows) {
        if (read(leader).version() == 0) {
            write(leader, 0, rows);
        }
    }

    /** Version 0 and no row where nobody has made one. */
    DiseaseCatalogue read(UUID leader) {
        return jdbc.sql("select version, rows from disease_catalogue where leader = ?")
                .param(leader)
                .query((row, _) -> new DiseaseCatalogue(
                        row.getInt("version"), WireJson.mapper().readValue(row.getString("rows"), ROWS)))
                .optional()
                .orElseGet(() -> new DiseaseCatalogue(0, List.of()));
    }

    /** @param version that was seen, 0 for none */
    Outcome<Outcome.Nothing> write(UUID leader, int version, List<DiseaseRow> rows) {
        if (consortium.place(leader).isEmpty()
                || !consortium.leaderOfAll(leader).equals(leader)) {
            return Refused.of(ProblemType.NOT_FOUND);
        }
        var text = WireJson.mapper().writeValueAsString(rows);
        int written = version == 0
                ? jdbc.sql("insert into disease_catalogue (leader, version, rows) values (?, 1, ?::jsonb)"
                                + " on conflict (leader) do nothing")
                        .params(leader, text)
                        .update()
                : jdbc.sql("update disease_catalogue set version = version + 1, rows = ?::jsonb"
                                + " where leader = ? and version = ?")
                        .params(text, leader, version)
                        .update();
        return written == 1 ? Outcome.done() : Refused.of(ProblemType.EDIT_CONFLICT);
    }

    /** By the catalogue of the consortium to which the asking institution belongs. */
    Advice advice(UUID institution, Disease disease, Level level) {
        return advice(read(consortium.leaderOfAll(institution)).rows(), disease, level);
    }

    static Advice advice(List<DiseaseRow> catalogue, Disease disease, Level level) {
        var rows = new ArrayList<DiseaseRow>();
        catalogue.stream().filter(row -> names(row, disease)).limit(20).forEach(rows::add);
        boolean fits = rows.isEmpty() || rows.stream().anyMatch(row -> row.level() == level);
        return new Advice(List.copyOf(rows), fits);
    }

    private static boolean names(DiseaseRow row, Disease disease) {
        var pattern = row.disease();
        if (pattern.endsWith(ANY_CODE_WITH)) {
            var beginning = pattern.substring(0, pattern.length() - 1);
            return Optional.ofNullable(disease.code())
                    .filter(code -> code.startsWith(beginning))
                    .isPresent();
        }
        return disease.name().contains(pattern);
    }
}
