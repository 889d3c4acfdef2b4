package org.wuduan.hub.prescribing;

/** The columns of a table of rational use. */
enum UseRuleColumn {
    ROW_ID,
    KIND,
    SUBJECT,
    OBJECT,
    LIMIT,
    SEVERITY,
    ADVICE_ZH,
    ADVICE_EN,
    SOURCE_TITLE,
    SOURCE_SECTION,
    SOURCE_DATE,
    SOURCE_ADDRESS
}
