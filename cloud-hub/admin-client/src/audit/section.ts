import { isAdministrator, type Section } from "../section.ts";
import { TrailPage } from "./TrailPage.tsx";

export const AUDIT: Section = {
  id: "audit",
  title: { "zh-CN": "审计记录", en: "Audit trail" },
  purpose: {
    "zh-CN": "谁在什么时候做了什么、看了什么；记录有没有被动过",
    en: "Who did or opened what, and when; whether the trail was tampered with",
  },
  isFor: (me) => isAdministrator(me, "audit"),
  Page: TrailPage,
};
