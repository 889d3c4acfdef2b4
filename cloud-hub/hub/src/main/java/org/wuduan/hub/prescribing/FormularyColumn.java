package org.wuduan.hub.prescribing;

/** The columns of a formulary. */
enum FormularyColumn {
    CODE,
    NAME_ZH,
    NAME_EN,
    PINYIN,
    INGREDIENTS,
    CLASSES,
    FORM,
    STRENGTH,
    SMALLEST_PART,
    CONTROL,
    ROUTE
}
