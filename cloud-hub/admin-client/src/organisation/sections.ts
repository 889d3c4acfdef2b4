import { createElement } from "react";
import { isAdministrator, type Section } from "../section.ts";
import { InstitutionsPage } from "./InstitutionsPage.tsx";
import { RosterPage } from "./RosterPage.tsx";
import { StaffImportPage } from "./StaffImportPage.tsx";
import { StaffPage } from "./StaffPage.tsx";

export const INSTITUTIONS_SECTION: Section = {
  id: "institutions",
  title: { "zh-CN": "机构", en: "Institutions" },
  purpose: {
    "zh-CN": "医院、卫生院、村卫生室，各有哪些科室，谁牵头谁。",
    en: "Hospitals, health centres and village rooms, their departments, and who leads whom.",
  },
  isFor: (me) => isAdministrator(me, "system"),
  Page: InstitutionsPage,
};

export const STAFF_SECTION: Section = {
  id: "staff",
  title: { "zh-CN": "人员", en: "Staff" },
  purpose: {
    "zh-CN": "医生、药师、登记员和管理员的账号，激活链接，停用和恢复。",
    en: "Accounts of doctors, pharmacists, registrars and administrators; activation links.",
  },
  isFor: (me) => isAdministrator(me, "system"),
  Page: ({ rest: [step] }) => createElement(step === "import" ? StaffImportPage : StaffPage),
};

export const ROSTER_SECTION: Section = {
  id: "rosters",
  title: { "zh-CN": "排班", en: "Rosters" },
  purpose: {
    "zh-CN": "每个科室一周里谁什么时候值班。",
    en: "Who is planned for duty in each department, through the week.",
  },
  isFor: (me) => isAdministrator(me, "system"),
  Page: RosterPage,
};
