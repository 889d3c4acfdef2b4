import type { Department, Post, Problem } from "@wuduan/contract/messages.ts";
import { departmentWord } from "@wuduan/web-kit/words.ts";
import { i18n } from "../language.ts";
import { Field, Select, Text } from "../parts/FormDialog.tsx";
import { t } from "./words.ts";

interface Props {
  post: Post;
  /** Of the chosen institution. */
  departments: readonly Department[];
  problem: Problem | null;
  onChange(change: Partial<Post>): void;
}

/** A doctor's title, department and credentials. */
export function PostFields({ post, departments, problem, onChange }: Props) {
  const offered = departments.includes(post.department)
    ? departments
    : [post.department, ...departments];
  return (
    <>
      <Text
        name="post.title"
        label={t("title")}
        problem={problem}
        maxLength={64}
        value={post.title}
        onChange={(title) => onChange({ title })}
      />
      <Select
        name="post.department"
        label={t("department")}
        fault={t("fault.department")}
        problem={problem}
        value={post.department}
        options={offered.map((one) => [one, departmentWord(one, i18n.language())] as const)}
        onChange={(department) => onChange({ department: department as Department })}
      />
      <Text
        name="post.licence"
        label={t("licence")}
        fault={t("fault.licence")}
        problem={problem}
        maxLength={32}
        value={post.licence ?? ""}
        onChange={(licence) => onChange({ licence: licence.trim() })}
      />
      <Field
        name="post.practisingSince"
        label={t("practisingSince")}
        fault={t("fault.practisingSince")}
        problem={problem}
      >
        <input
          name="practisingSince"
          type="number"
          required
          min={1940}
          max={new Date().getFullYear()}
          value={post.practisingSince ?? ""}
          onChange={(event) => onChange({ practisingSince: Number(event.target.value) })}
        />
      </Field>
      <Field name="post.internetPractice" label={t("internetPractice")} problem={problem}>
        <input
          name="internetPractice"
          type="checkbox"
          checked={post.internetPractice === true}
          onChange={(event) => onChange({ internetPractice: event.target.checked })}
        />
      </Field>
    </>
  );
}
