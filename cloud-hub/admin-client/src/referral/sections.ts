import { isAdministrator, type Section } from "../section.ts";
import { CataloguePage } from "./CataloguePage.tsx";
import { CountsPage } from "./CountsPage.tsx";

export const CATALOGUE_SECTION: Section = {
  id: "disease-catalogue",
  title: { "zh-CN": "疾病目录", en: "Disease catalogue" },
  purpose: { "zh-CN": "哪一级诊治什么病", en: "Which level treats what" },
  isFor: (me) => isAdministrator(me, "system"),
  Page: CataloguePage,
};

export const COUNTS_SECTION: Section = {
  id: "referral-counts",
  title: { "zh-CN": "转诊统计", en: "Referrals" },
  purpose: { "zh-CN": "上转和下转有多少", en: "How many went up and down" },
  isFor: (me) => isAdministrator(me, "system"),
  Page: CountsPage,
};
