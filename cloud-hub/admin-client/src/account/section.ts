import type { Section } from "../section.ts";
import { AccountPage } from "./AccountPage.tsx";

export const ACCOUNT: Section = {
  id: "account",
  title: { "zh-CN": "账号与安全", en: "Account and security" },
  purpose: {
    "zh-CN": "密码、动态口令和登录的地方",
    en: "Password, second factor, and where you are signed in",
  },
  isFor: () => true,
  Page: AccountPage,
};
