// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, test, vi } from "vitest";
import { fakeDialogs } from "./fakeDialogs.ts";
import { Modal } from "./Modal.tsx";

beforeAll(fakeDialogs);
afterEach(cleanup);

const dialog = () => screen.getByRole<HTMLDialogElement>("dialog");

test("the field that wants it has the focus, not the first button", () => {
  render(
    <Modal name="ask" label="Ask" className="dialog" onClose={() => undefined}>
      <button type="button">✕</button>
      <input data-first aria-label="evidence" />
    </Modal>,
  );

  expect(document.activeElement).toBe(screen.getByLabelText("evidence"));
});

test("Escape asks the owner to put it away", () => {
  const onClose = vi.fn();
  render(
    <Modal name="ask" label="Ask" className="dialog" onClose={onClose}>
      …
    </Modal>,
  );

  fireEvent(dialog(), new Event("cancel", { cancelable: true }));

  expect(onClose).toHaveBeenCalledOnce();
});

test("what can't be put away is open again when the browser closes it all the same", () => {
  render(
    <Modal name="veil" label="Sign in again" className="dialog">
      …
    </Modal>,
  );

  dialog().close();

  expect(dialog().open).toBe(true);
});

test("its end closes it while it is still in the page, so that the focus can go back", () => {
  const { unmount } = render(
    <Modal name="ask" label="Ask" className="dialog" onClose={() => undefined}>
      …
    </Modal>,
  );
  const box = dialog();
  const wasThere: boolean[] = [];
  box.addEventListener("close", () => wasThere.push(box.isConnected));

  unmount();

  expect(wasThere).toEqual([true]);
});
