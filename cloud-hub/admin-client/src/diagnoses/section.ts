import { isAdministrator, type Section } from "../section.ts";
import { DiagnosisImportPage } from "./DiagnosisImportPage.tsx";

export const DIAGNOSES: Section = {
  id: "diagnoses",
  title: { "zh-CN": "诊断编码", en: "Diagnoses" },
  purpose: {
    "zh-CN": "导入所有机构共用的诊断编码清单（ICD-10），医生写病历时按编码、名称或拼音查找。",
    en: "Bring in the list of diagnoses (ICD-10) of all institutions, which doctors search for their notes.",
  },
  isFor: (me) => isAdministrator(me, "system"),
  Page: DiagnosisImportPage,
};
