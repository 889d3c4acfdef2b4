package org.wuduan.hub.consultation;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.wuduan.contract.Adoption;
import org.wuduan.contract.ConsentGiver;
import org.wuduan.contract.ConsultationOutcome;
import org.wuduan.contract.Department;
import org.wuduan.contract.Doctor;
import org.wuduan.contract.LegalBasisKind;
import org.wuduan.contract.Level;
import org.wuduan.contract.Sex;

/** What a report says in Chinese; times are those of Beijing, as everywhere in China. */
final class ReportWords {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private ReportWords() {}

    static String time(Instant at) {
        return TIME.format(at);
    }

    static String doctor(Doctor doctor) {
        return String.join(" · ", doctor.name(), doctor.title(), doctor.institution(), level(doctor.level()));
    }

    private static String level(Level level) {
        return switch (level) {
            case FIRST_CONTACT -> "首诊";
            case COUNTY -> "县级";
            case TERTIARY -> "三级";
        };
    }

    static String department(Department department) {
        return switch (department) {
            case GENERAL -> "全科";
            case CARDIOLOGY -> "心内科";
            case ENDOCRINOLOGY -> "内分泌科";
            case RESPIRATORY -> "呼吸科";
            case NEUROLOGY -> "神经内科";
        };
    }

    static String sex(Sex sex) {
        return switch (sex) {
            case FEMALE -> "女";
            case MALE -> "男";
            case UNKNOWN -> "性别未知";
        };
    }

    static String basis(LegalBasisKind kind) {
        return switch (kind) {
            case FOLLOW_UP -> "复诊";
            case FAMILY_DOCTOR -> "家庭医生签约";
            case IN_PERSON_LOCAL -> "当地医生在场";
            case FIRST_VISIT -> "首诊";
        };
    }

    static String giver(ConsentGiver giver) {
        return giver == ConsentGiver.PATIENT ? "患者本人" : "家属代为";
    }

    /** With the reason, where one was asked. */
    static String answer(Consultation.Invited invited) {
        return switch (invited.state()) {
            case RINGING -> "未答复";
            case ACCEPTED -> "接受";
            case DECLINED -> "谢绝，理由：" + invited.declineReason();
            case WITHDRAWN -> "邀请方已撤回";
        };
    }

    static String outcome(ConsultationOutcome outcome) {
        return outcome == ConsultationOutcome.NORMAL ? "线上完成" : "转线下就诊";
    }

    static String adoption(Adoption adoption) {
        return switch (adoption) {
            case ADOPTED -> "采纳";
            case PARTLY -> "部分采纳";
            case REJECTED -> "不采纳";
        };
    }
}
