import { wordsIn } from "@wuduan/web-kit/i18n.ts";
import { i18n } from "../language.ts";

const zh = {
  title: "医生定的居家计划",
  from: "{institution} {name} 制定，{owner} 负责",
  medication: "用药",
  targets: "目标",
  every: "{hours} 小时内测一次，到 {until}",
  "standing.waiting": "还没测",
  "standing.within": "在范围内",
  "standing.beyond": "超出范围",
  "standing.missing": "到时间没测",
  followUps: "复查",
  alerts: "请留意",
  owner: "{name} 医生负责处理",
  acknowledge: "我看到了",
  familySeen: "{name} 已看到",
  acknowledged: "医生已看到（{name}）",
  "at.beyond": "测量时间 {at}",
  "at.missing": "应测时间 {at}",
};

const en: { [Key in keyof typeof zh]: string } = {
  title: "The doctor's plan at home",
  from: "By {name}, {institution}; {owner} sees to it",
  medication: "Medicine",
  targets: "Targets",
  every: "at least every {hours} h, until {until}",
  "standing.waiting": "not measured yet",
  "standing.within": "within the limits",
  "standing.beyond": "beyond a limit",
  "standing.missing": "not measured in time",
  followUps: "Next visits",
  alerts: "Please look",
  owner: "Dr {name} sees to it",
  acknowledge: "I have seen it",
  familySeen: "Seen by {name}",
  acknowledged: "Seen by the doctor ({name})",
  "at.beyond": "measured {at}",
  "at.missing": "due {at}",
};

export const t = wordsIn(i18n)({ zh, en });
