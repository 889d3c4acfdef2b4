import { isAdministrator, type Section } from "../section.ts";
import { AccessPage } from "./AccessPage.tsx";

export const ACCESS: Section = {
  id: "access",
  title: { "zh-CN": "登录管理", en: "Access" },
  purpose: {
    "zh-CN": "解锁账号、结束登录、重设动态口令",
    en: "Unlock accounts, end sessions, reset second factors",
  },
  isFor: (me) => isAdministrator(me, "security"),
  Page: AccessPage,
};
