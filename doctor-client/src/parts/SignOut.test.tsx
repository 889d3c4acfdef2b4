// @vitest-environment jsdom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { fakeDialogs } from "@wuduan/web-kit/browser/fakeDialogs.ts";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { session } from "../account.ts";
import { SignOut } from "./SignOut.tsx";

beforeAll(fakeDialogs);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function pressing(inCall: boolean) {
  const signOut = vi
    .spyOn(session, "signOut")
    .mockImplementation(async () => ({ ok: true, value: undefined }));
  render(<SignOut className="button" inCall={inCall} />);
  const press = (action: string) =>
    act(async () => {
      const button = document.querySelector(`[data-action="${action}"]`);
      if (!button) throw new Error(`no button ${action}`);
      fireEvent.click(button);
    });
  return { signOut, press };
}

test("in a running consultation signing out asks before it leaves", async () => {
  const { signOut, press } = pressing(true);

  await press("sign-out");
  expect(signOut).not.toHaveBeenCalled();
  await press("sign-out-really");

  expect(signOut).toHaveBeenCalledOnce();
});

test("outside of one it is one press", async () => {
  const { signOut, press } = pressing(false);

  await press("sign-out");

  expect(signOut).toHaveBeenCalledOnce();
});
