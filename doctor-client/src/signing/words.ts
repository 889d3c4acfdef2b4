import { wordsIn } from "@wuduan/web-kit/i18n.ts";
import { i18n } from "../language.ts";

/** What the workstation says about signatures. */
export const word = wordsIn(i18n)({
  zh: {
    "opinion.signSubmit": "签名并提交",
    "opinion.willSign": "提交时签名。签名后不能修改，可以再补充一条。",
    "opinion.unsigned": "您还没有签名密钥，这条意见只会显示“已提交”。可以在“账号与安全”里设置。",
    "decision.title": "我的决定",
    "decision.open": "作决定",
    "decision.adopted": "采纳",
    "decision.partly": "部分采纳",
    "decision.rejected": "不采纳",
    "decision.reason": "理由",
    "decision.reasonOptional": "理由（可以不写）",
    "decision.reasonCorrection": "为什么更正",
    "decision.submit": "确定",
    "decision.correct": "更正",
    "decision.cancel": "取消",
    "decision.version": "第 {version} 次决定",
    "decision.by": "邀请方医生",
    "report.open": "会诊报告（PDF）",
    "report.archived": "报告第 {version} 版已归档：{places}",
    "report.notArchived": "报告还没有归档",
  },
  en: {
    "opinion.signSubmit": "Sign and submit",
    "opinion.willSign":
      "It is signed when you submit it. It can't be changed then; you can add another one.",
    "opinion.unsigned":
      "You have no signing key yet, so this will only be shown as submitted. You can set one up under “Account and security”.",
    "decision.title": "My decision",
    "decision.open": "Decide",
    "decision.adopted": "Adopted",
    "decision.partly": "Partly adopted",
    "decision.rejected": "Not adopted",
    "decision.reason": "Reason",
    "decision.reasonOptional": "Reason (may be left out)",
    "decision.reasonCorrection": "Why it is corrected",
    "decision.submit": "Confirm",
    "decision.correct": "Correct",
    "decision.cancel": "Cancel",
    "decision.version": "Decision no. {version}",
    "decision.by": "The inviting doctor",
    "report.open": "Report (PDF)",
    "report.archived": "Report, version {version}, is archived at: {places}",
    "report.notArchived": "The report is not archived yet",
  },
});
