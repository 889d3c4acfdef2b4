import { ACCESS } from "./access/section.ts";
import { ACCOUNT } from "./account/section.ts";
import { AUDIT } from "./audit/section.ts";
import { DIAGNOSES } from "./diagnoses/section.ts";
import { households } from "./households/section.ts";
import { INSTITUTIONS_SECTION, ROSTER_SECTION, STAFF_SECTION } from "./organisation/sections.ts";
import { DRUG_TABLES, REVIEWS } from "./pharmacist/section.ts";
import { OPERATIONS } from "./operations/section.ts";
import { CATALOGUE_SECTION, COUNTS_SECTION } from "./referral/sections.ts";
import type { Section } from "./section.ts";

/** Every section of the house, in the order of the menu. */
export const SECTIONS: readonly Section[] = [
  INSTITUTIONS_SECTION,
  STAFF_SECTION,
  ROSTER_SECTION,
  DIAGNOSES,
  CATALOGUE_SECTION,
  COUNTS_SECTION,
  OPERATIONS,
  households,
  REVIEWS,
  DRUG_TABLES,
  ACCESS,
  AUDIT,
  ACCOUNT,
];
