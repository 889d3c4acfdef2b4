import { createElement } from "react";
import type { Section } from "../section.ts";
import { HouseholdPage } from "./HouseholdPage.tsx";
import "./households.css";
import { ImportPage } from "./ImportPage.tsx";
import { ListPage } from "./ListPage.tsx";

/** The books of households and patients, for registrars. */
export const households: Section = {
  id: "households",
  title: { "zh-CN": "家庭与患者", en: "Households and patients" },
  purpose: {
    "zh-CN": "登记家庭、患者、子女绑定和电视盒子，或从表格导入",
    en: "Register households, patients, their children and television boxes, or import a table",
  },
  isFor: (me) => me.kind === "registrar",
  Page: ({ rest: [id] }) =>
    id === undefined
      ? createElement(ListPage)
      : id === "import"
        ? createElement(ImportPage)
        : createElement(HouseholdPage, { key: id, id }),
};
