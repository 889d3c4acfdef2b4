import { createElement } from "react";
import type { Section } from "../section.ts";
import { ReviewPage } from "./ReviewPage.tsx";
import { TablePage } from "./TablePage.tsx";

export const REVIEWS: Section = {
  id: "reviews",
  title: { "zh-CN": "处方审核", en: "Prescriptions" },
  purpose: {
    "zh-CN": "看处方、检查结果和医生写的理由，通过或退回。",
    en: "See prescriptions, checks and the doctor's reasons; approve or send back.",
  },
  isFor: (me) => me.kind === "pharmacist",
  Page: ReviewPage,
};

export const DRUG_TABLES: Section = {
  id: "drug-tables",
  title: { "zh-CN": "药品目录与检查表", en: "Drug tables" },
  purpose: {
    "zh-CN": "导入本院的药品目录和合理用药表。",
    en: "Bring the institution's own formulary and table of rational use.",
  },
  isFor: (me) => me.kind === "pharmacist",
  Page: ({ rest: [kind] }) =>
    createElement(TablePage, { kind: kind === "rational_use" ? "rational_use" : "formulary" }),
};
