/*
 * Keeps the shell (page, scripts, styles, icons) so that the app opens without a network and can say so
 * itself. Never what the hub answers: no patient data is kept on the phone by this worker.
 */
const SHELL = "wuduan-family-shell-1";
const PAGE = "/family/";

self.addEventListener("install", (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((shell) => shell.add(PAGE))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== SHELL).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isShell = url.origin === self.location.origin && url.pathname.startsWith(PAGE);
  if (request.method !== "GET" || !isShell) return;
  event.respondWith(request.mode === "navigate" ? newestPage(request) : keptFile(request, url));
});

/** The page itself is asked from the hub first, so that a new version shows at once. */
async function newestPage(request) {
  const shell = await caches.open(SHELL);
  try {
    const answer = await fetch(request);
    if (answer.ok) await shell.put(PAGE, answer.clone());
    return answer;
  } catch {
    return (await shell.match(PAGE)) ?? Response.error();
  }
}

/** Built files carry a hash in their name: one that is kept is never stale. */
async function keptFile(request, url) {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok && url.pathname.startsWith(`${PAGE}assets/`)) {
    await shell.put(request, answer.clone());
  }
  return answer;
}
