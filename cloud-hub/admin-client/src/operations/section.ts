import { isAdministrator, type Section } from "../section.ts";
import { StatusPage } from "./StatusPage.tsx";

export const OPERATIONS: Section = {
  id: "operations",
  title: { "zh-CN": "运行状态", en: "How it runs" },
  purpose: {
    "zh-CN": "各部分是否正常、从何时起；停机维护",
    en: "Which part is ill and since when; maintenance",
  },
  isFor: (me) => isAdministrator(me, "system") || isAdministrator(me, "security"),
  Page: StatusPage,
};
