// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { offlineProblem } from "@wuduan/contract/problems.ts";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test } from "vitest";
import reportExample from "../../../contract/examples/DiagnosisImportReport.json";
import { OfficeProvider, type Office } from "../office.tsx";
import { DiagnosisImportPage } from "./DiagnosisImportPage.tsx";

beforeAll(fakeDialogs);
afterEach(cleanup);

const find = (selector: string) => document.querySelector<HTMLElement>(selector);
function there(selector: string): HTMLElement {
  const found = find(selector);
  if (!found) throw new Error(`not on the page: ${selector}`);
  return found;
}
const press = (selector: string) => act(async () => void fireEvent.click(there(selector)));

function shown(network: { isUp: boolean }) {
  const sent: string[] = [];
  const send = async (method: string, path: string) => {
    sent.push(`${method} ${path}`);
    if (!network.isUp) return { ok: false, problem: offlineProblem() };
    const report = { ...reportExample, faults: [], faultsInAll: 0 };
    return { ok: true, value: path.endsWith("/check") ? report : undefined };
  };
  const office = { commands: { send }, session: { expire: () => undefined } };
  render(
    <OfficeProvider value={office as unknown as Office}>
      <DiagnosisImportPage />
    </OfficeProvider>,
  );
  return sent;
}

test("before an import it is said how many codes it replaces and how many go", async () => {
  const sent = shown({ isUp: true });
  const file = new File(["诊断编码,诊断名称\n"], "diagnoses.csv", { type: "text/csv" });

  await act(
    async () => void fireEvent.change(there("input[type='file']"), { target: { files: [file] } }),
  );

  expect(sent).toEqual(["POST /api/administration/diagnosis-imports/check"]);
  expect(document.body.textContent).toContain("代替所有机构现在用的 15750 条");
  expect(document.body.textContent).toContain("其中 12 条文件里没有");
});

test("the way back to the program's own list is asked once more", async () => {
  const sent = shown({ isUp: true });

  await press("[data-action='use-starter']");
  expect(sent).toEqual([]);
  await press("dialog [data-action='submit']");

  expect(sent).toEqual(["POST /api/administration/diagnosis-starter"]);
  expect(find("[data-screen='starter-list'] [role='status']")).toBeTruthy();
});

test("of an import and a way back only the last one is told", async () => {
  shown({ isUp: true });
  const choose = () => {
    const file = new File(["诊断编码,诊断名称\n"], "diagnoses.csv", { type: "text/csv" });
    return act(
      async () => void fireEvent.change(there("input[type='file']"), { target: { files: [file] } }),
    );
  };

  await choose();
  await press("[data-action='run-import']");
  expect(find("[data-label='imported']")).toBeTruthy();
  await press("[data-action='use-starter']");
  await press("dialog [data-action='submit']");
  expect(find("[data-label='imported']")).toBeNull();
  await choose();
  await press("[data-action='run-import']");

  expect(find("[data-label='imported']")).toBeTruthy();
  expect(find("[data-screen='starter-list'] [role='status']")).toBeNull();
});

test("a way back that failed says why and changes nothing", async () => {
  shown({ isUp: false });

  await press("[data-action='use-starter']");
  await press("dialog [data-action='submit']");

  expect(find("dialog [data-problem]")).toBeTruthy();
  expect(find("[data-screen='starter-list'] [role='status']")).toBeNull();
});
