package org.wuduan.hub.prescribing;

import org.wuduan.contract.PrescriptionRule;

/**
 * Where each rule comes from, quoted as it was found. 条号待核: the article's number was not seen in a copy and a person
 * has to confirm it; 依据待核: no article is known.
 */
final class RuleSources {
    /** Changes with every change of a rule or its source. */
    static final String VERSION = "2026-11-30.2";

    /** A prescription is what its treating doctor has signed, and nothing else. */
    static final String SIGNATURE = "互联网诊疗监管细则(试行) 2022 第二十一条";

    private static final String PRESCRIPTIONS = "处方管理办法（卫生部令第53号）2007 ";
    /** Good on its day, at most for three. */
    static final String VALIDITY = PRESCRIPTIONS + "第十八条（条号待核）";

    private static final String ONLINE_CARE = "互联网诊疗管理办法(试行) 2018 ";
    private static final String LONG_TERM = "长期处方管理规范(试行) 2021（条款依据待核）";
    private static final String HOUSE = "本系统的算术检查，不是药学依据";

    private RuleSources() {}

    static String of(PrescriptionRule rule) {
        return switch (rule) {
            case DRUGS_MAX -> PRESCRIPTIONS + "第六条";
            // it asks for a line of its own for each drug
            case LINE_TWICE -> PRESCRIPTIONS + "第六条（同一种药只写一行，是本系统的读法）";
            case DIAGNOSIS -> PRESCRIPTIONS + "第六条第十项";
            case SUPPLY_DAYS, EMERGENCY_DAYS, SUPPLY_REASON -> PRESCRIPTIONS + "第十九条（条号待核）";
            case LONG_TERM_WEEKS, LONG_TERM_CLASS, LONG_TERM_ASSESSMENT, LONG_TERM_CONFIRMATION -> LONG_TERM;
            case CONTROLLED_DRUG, UNDER_SIX -> ONLINE_CARE + "第十九条";
            case DRUG_UNKNOWN -> "本机构的药品目录";
            case DOSE_UNIT, DOSE_PART, DOSE_ZERO, DOSE_TOO_MANY, NO_LINES -> HOUSE;
            case OVERRIDE_MISSING -> "合理用药检查：每条警告要写明理由";
        };
    }
}
