package org.wuduan.hub.prescribing;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wuduan.contract.FindingSeverity;
import org.wuduan.contract.Prescribing.DrugFactSource;
import org.wuduan.contract.RationalUseKind;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableForm.Line;

/** A table of rational use as a file. A row without its source is no row. */
final class UseRuleFile {
    /** Rows in one file. */
    static final int ROWS_MAX = 5000;

    static final TableForm<UseRuleColumn> FORM = new TableForm<>(
            Map.ofEntries(
                    Map.entry(UseRuleColumn.ROW_ID, "行号"),
                    Map.entry(UseRuleColumn.KIND, "检查种类"),
                    Map.entry(UseRuleColumn.SUBJECT, "药品成分"),
                    Map.entry(UseRuleColumn.OBJECT, "对象"),
                    Map.entry(UseRuleColumn.LIMIT, "限值"),
                    Map.entry(UseRuleColumn.SEVERITY, "程度"),
                    Map.entry(UseRuleColumn.ADVICE_ZH, "提示"),
                    Map.entry(UseRuleColumn.ADVICE_EN, "英文提示"),
                    Map.entry(UseRuleColumn.SOURCE_TITLE, "来源"),
                    Map.entry(UseRuleColumn.SOURCE_SECTION, "章节"),
                    Map.entry(UseRuleColumn.SOURCE_DATE, "日期"),
                    Map.entry(UseRuleColumn.SOURCE_ADDRESS, "来源地址")),
            List.of(
                    UseRuleColumn.ROW_ID,
                    UseRuleColumn.KIND,
                    UseRuleColumn.SUBJECT,
                    UseRuleColumn.SEVERITY,
                    UseRuleColumn.ADVICE_ZH,
                    UseRuleColumn.ADVICE_EN,
                    UseRuleColumn.SOURCE_TITLE,
                    UseRuleColumn.SOURCE_SECTION,
                    UseRuleColumn.SOURCE_ADDRESS),
            ROWS_MAX);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern SUBJECT =
            Pattern.compile("[a-z_]{1,48}(/(tablet|enteric_tablet|modified_release_tablet|capsule|oral_solution))?");
    private static final Pattern OBJECT = Pattern.compile("(class:)?[a-z_]{1,48}|[A-Z][0-9]{2}(\\.[0-9]{1,2})?");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");
    private static final int ADVICE_MAX = 500;
    private static final int TITLE_MAX = 300;
    private static final int SECTION_MAX = 200;
    private static final int ADDRESS_MAX = 500;

    private UseRuleFile() {}

    static ReadTable<UseRuleColumn, UseRule> read(List<Line<UseRuleColumn>> lines) {
        var table = new ReadTable<UseRuleColumn, UseRule>(lines.getFirst());
        lines.forEach(line -> {
            table.next(line);
            row(table, line);
        });
        return table;
    }

    private static void row(ReadTable<UseRuleColumn, UseRule> table, Line<UseRuleColumn> line) {
        var id = table.key(UseRuleColumn.ROW_ID, ID);
        var kind = table.choice(UseRuleColumn.KIND, RationalUseKind.class);
        var subject = table.matching(UseRuleColumn.SUBJECT, SUBJECT);
        var objects = table.words(UseRuleColumn.OBJECT, OBJECT);
        var limit = UseLimit.read(line.cell(UseRuleColumn.LIMIT));
        kind.ifPresent(known -> {
            if (needsObject(known) && objects.isEmpty()) {
                table.matching(UseRuleColumn.OBJECT, OBJECT);
            }
            if (limit.filter(read -> fits(known, read)).isEmpty()) {
                table.unreadable(UseRuleColumn.LIMIT);
            }
        });
        var severity = table.choice(UseRuleColumn.SEVERITY, FindingSeverity.class);
        var adviceZh = table.text(UseRuleColumn.ADVICE_ZH, ADVICE_MAX);
        var adviceEn = table.text(UseRuleColumn.ADVICE_EN, ADVICE_MAX);
        var source = source(table, line);
        table.keep(() -> new UseRule(
                id,
                kind.orElseThrow(),
                subject,
                objects,
                limit.orElseThrow(),
                severity.orElseThrow(),
                adviceZh,
                adviceEn,
                source));
    }

    private static DrugFactSource source(ReadTable<UseRuleColumn, UseRule> table, Line<UseRuleColumn> line) {
        var date =
                line.cell(UseRuleColumn.SOURCE_DATE).isEmpty() ? null : table.matching(UseRuleColumn.SOURCE_DATE, DATE);
        return new DrugFactSource(
                table.text(UseRuleColumn.SOURCE_TITLE, TITLE_MAX),
                table.text(UseRuleColumn.SOURCE_SECTION, SECTION_MAX),
                date,
                table.text(UseRuleColumn.SOURCE_ADDRESS, ADDRESS_MAX));
    }

    private static boolean needsObject(RationalUseKind kind) {
        return switch (kind) {
            case ALLERGY, INTERACTION, DIAGNOSIS -> true;
            case DUPLICATE, MAX_DAILY, MAX_SINGLE, AGE, RENAL, ARITHMETIC -> false;
        };
    }

    /** Whether a limit is of the sort that a kind of check needs. */
    private static boolean fits(RationalUseKind kind, UseLimit limit) {
        return switch (kind) {
            case ALLERGY, DIAGNOSIS -> limit instanceof UseLimit.None;
            case INTERACTION -> limit instanceof UseLimit.None || limit instanceof UseLimit.Milligrams;
            case MAX_DAILY, MAX_SINGLE -> limit instanceof UseLimit.Milligrams;
            case AGE -> limit instanceof UseLimit.Years;
            case RENAL -> limit instanceof UseLimit.Egfr;
            // these two are the engine's own and no rows
            case DUPLICATE, ARITHMETIC -> false;
        };
    }
}
