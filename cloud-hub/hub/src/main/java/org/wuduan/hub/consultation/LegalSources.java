package org.wuduan.hub.consultation;

import org.wuduan.contract.LegalBasisKind;

/** The rule that each ground stands on, quoted as it was found; 依据待核 where no article has been confirmed. */
final class LegalSources {
    private LegalSources() {}

    static String of(LegalBasisKind kind) {
        return switch (kind) {
            case FOLLOW_UP, FAMILY_DOCTOR -> "互联网诊疗管理办法(试行) 2018 第二条";
            case IN_PERSON_LOCAL -> "远程医疗服务管理规范(试行) 2018,依据待核";
        };
    }
}
