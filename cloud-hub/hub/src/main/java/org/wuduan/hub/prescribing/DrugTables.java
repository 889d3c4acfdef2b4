package org.wuduan.hub.prescribing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.hub.tables.TableForm;

/** The formulary and the table of rational use: an institution's own, or those that come with the product. */
@Component
class DrugTables {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final List<Drug> shippedDrugs = FormularyFile.read(lines(FormularyFile.FORM, shipped("formulary.csv")))
            .rows();
    private final List<UseRule> shippedRules = UseRuleFile.read(lines(UseRuleFile.FORM, shipped("rational-use.csv")))
            .rows();
    /** Parsed once for each imported file; a file never changes under its number. */
    private final Map<Long, List<Drug>> drugs = new ConcurrentHashMap<>();

    private final Map<Long, List<UseRule>> rules = new ConcurrentHashMap<>();

    DrugTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Which table. */
    enum Kind {
        FORMULARY,
        RATIONAL_USE;

        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> named(String wire) {
            return Stream.of(values()).filter(kind -> kind.wire().equals(wire)).findFirst();
        }
    }

    List<Drug> drugs(UUID institution) {
        return newest(Kind.FORMULARY, institution)
                .map(number -> drugs.computeIfAbsent(
                        number,
                        key -> FormularyFile.read(lines(FormularyFile.FORM, text(key)))
                                .rows()))
                .orElse(shippedDrugs);
    }

    Optional<Drug> drug(UUID institution, String code) {
        return drugs(institution).stream()
                .filter(drug -> drug.code().equals(code))
                .findFirst();
    }

    List<UseRule> rules(UUID institution) {
        return newest(Kind.RATIONAL_USE, institution)
                .map(number -> rules.computeIfAbsent(
                        number,
                        key -> UseRuleFile.read(lines(UseRuleFile.FORM, text(key)))
                                .rows()))
                .orElse(shippedRules);
    }

    /** Whether an institution has brought its own. */
    boolean isOwn(Kind kind, UUID institution) {
        return newest(kind, institution).isPresent();
    }

    /** Brings a table that was read without a fault; earlier ones stay in the books. */
    void add(Kind kind, UUID institution, UUID by, String text) {
        jdbc.sql("insert into drug_table (kind, institution, imported_by, imported_at, text)"
                        + " values (?, ?, ?, ?, ?)")
                .params(kind.wire(), institution, by, Timestamp.from(clock.instant()), text)
                .update();
    }

    private Optional<Long> newest(Kind kind, UUID institution) {
        return jdbc.sql("select number from drug_table where kind = ? and institution = ? order by number desc limit 1")
                .params(kind.wire(), institution)
                .query(Long.class)
                .optional();
    }

    private String text(long number) {
        return jdbc.sql("select text from drug_table where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }

    private static <C extends Enum<C>> List<TableForm.Line<C>> lines(TableForm<C> form, String text) {
        return switch (form.read(text)) {
            case TableForm.Table<C>(var lines) -> lines;
            case TableForm.Unreadable<C> unreadable ->
                throw new IllegalStateException("a table that was checked can not be read: " + unreadable.fault());
        };
    }

    /** A table that comes with the product. */
    static String shipped(String file) {
        try (var stream = DrugTables.class.getResourceAsStream("/prescribing/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("missing in the jar: " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
