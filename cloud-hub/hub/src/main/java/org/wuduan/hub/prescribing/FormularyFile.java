package org.wuduan.hub.prescribing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.wuduan.contract.DrugControl;
import org.wuduan.contract.DrugForm;
import org.wuduan.contract.DrugRoute;
import org.wuduan.contract.Prescribing.Drug;
import org.wuduan.contract.Quantity;
import org.wuduan.hub.tables.TableForm;
import org.wuduan.hub.tables.TableForm.Line;

/** A formulary (院内目录) as a file. */
final class FormularyFile {
    /** Drugs in one file: the formulary of a large hospital. */
    static final int ROWS_MAX = 3000;

    static final TableForm<FormularyColumn> FORM = new TableForm<>(
            Map.ofEntries(
                    Map.entry(FormularyColumn.CODE, "药品编码"),
                    Map.entry(FormularyColumn.NAME_ZH, "通用名"),
                    Map.entry(FormularyColumn.NAME_EN, "英文名"),
                    Map.entry(FormularyColumn.PINYIN, "拼音首字母"),
                    Map.entry(FormularyColumn.INGREDIENTS, "成分"),
                    Map.entry(FormularyColumn.CLASSES, "类别"),
                    Map.entry(FormularyColumn.FORM, "剂型"),
                    Map.entry(FormularyColumn.STRENGTH, "规格"),
                    Map.entry(FormularyColumn.SMALLEST_PART, "最小可分"),
                    Map.entry(FormularyColumn.CONTROL, "管理类别"),
                    Map.entry(FormularyColumn.ROUTE, "给药途径")),
            List.of(
                    FormularyColumn.CODE,
                    FormularyColumn.NAME_ZH,
                    FormularyColumn.NAME_EN,
                    FormularyColumn.PINYIN,
                    FormularyColumn.INGREDIENTS,
                    FormularyColumn.FORM,
                    FormularyColumn.STRENGTH,
                    FormularyColumn.SMALLEST_PART,
                    FormularyColumn.CONTROL,
                    FormularyColumn.ROUTE),
            ROWS_MAX);

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final Pattern INITIALS = Pattern.compile("[a-z0-9]{1,32}");
    private static final Pattern WORD = Pattern.compile("[a-z_]{1,48}");
    private static final Pattern PART = Pattern.compile("1|0\\.5|0\\.25");
    private static final int NAME_ZH_MAX = 64;
    private static final int NAME_EN_MAX = 96;

    private FormularyFile() {}

    static ReadTable<FormularyColumn, Drug> read(List<Line<FormularyColumn>> lines) {
        var table = new ReadTable<FormularyColumn, Drug>(lines.getFirst());
        lines.forEach(line -> {
            table.next(line);
            row(table);
        });
        return table;
    }

    private static void row(ReadTable<FormularyColumn, Drug> table) {
        var code = table.key(FormularyColumn.CODE, CODE);
        var nameZh = table.text(FormularyColumn.NAME_ZH, NAME_ZH_MAX);
        var nameEn = table.text(FormularyColumn.NAME_EN, NAME_EN_MAX);
        var pinyin = table.matching(FormularyColumn.PINYIN, INITIALS);
        var ingredients = table.words(FormularyColumn.INGREDIENTS, WORD);
        if (ingredients.isEmpty()) {
            table.matching(FormularyColumn.INGREDIENTS, WORD);
        }
        var classes = table.words(FormularyColumn.CLASSES, WORD);
        var form = table.choice(FormularyColumn.FORM, DrugForm.class);
        var strength = table.matching(FormularyColumn.STRENGTH, UseLimit.MASS);
        var part = table.decimal(FormularyColumn.SMALLEST_PART, PART);
        var control = table.choice(FormularyColumn.CONTROL, DrugControl.class);
        var route = table.choice(FormularyColumn.ROUTE, DrugRoute.class);
        if (strength.isEmpty() || new BigDecimal(strength.split(" ", 2)[0]).signum() == 0) {
            table.unreadable(FormularyColumn.STRENGTH);
        }
        table.keep(() -> new Drug(
                code,
                nameZh,
                nameEn,
                pinyin,
                ingredients,
                classes,
                form.orElseThrow(),
                mass(strength),
                part.orElseThrow(),
                control.orElseThrow(),
                route.orElseThrow()));
    }

    private static Quantity mass(String cell) {
        var parts = cell.split(" ", 2);
        return new Quantity(new BigDecimal(parts[0]), parts[1]);
    }
}
