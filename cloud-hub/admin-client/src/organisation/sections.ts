import { isAdministrator, type Section } from "../section.ts";
import { InstitutionsPage } from "./InstitutionsPage.tsx";
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
  Page: StaffPage,
};
