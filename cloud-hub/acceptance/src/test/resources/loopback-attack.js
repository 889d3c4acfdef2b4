// A page of somebody else in the television's browser tries to read from the box and to act through it. What it gained
// is in window.gained, which must stay empty; what it tried is in window.tried.
(async () => {
  const box = "BOX_ORIGIN";
  const tokens = ["", "A".repeat(43), "OTHER_TOKEN", "REAL_TOKEN"];
  const paths = [
    "/",
    "/live",
    "/box/state",
    "/box/speech?language=en&text=hello",
    "/api/me",
    "/api/consent-text?language=zh-CN",
    "/api/consultations",
    "/api/readings",
  ];
  const patience = 5000;
  const gained = (window.gained = []);
  const tried = (window.tried = []);
  const settle = (promise) =>
    Promise.race([promise, new Promise((resolve) => setTimeout(resolve, patience))]);
  const gain = (what) => gained.push(what);

  async function request(path, options, what) {
    tried.push(what);
    try {
      const answer = await fetch(box + path, options);
      if (answer.type !== "opaque") gain(`${what} ${path} ${answer.status}`);
      else if ((await answer.text()) !== "") gain(`${what} ${path} text`);
    } catch {
      // Refused by the browser, as it must be.
    }
  }

  function socket(path, protocols) {
    tried.push("socket");
    return new Promise((resolve) => {
      try {
        const one = new WebSocket(box.replace("http", "ws") + path, protocols);
        one.onopen = () => gain(`socket ${path} opened`);
        one.onmessage = () => gain(`socket ${path} heard`);
        one.onclose = one.onerror = () => resolve();
      } catch {
        resolve();
      }
    });
  }

  function form(path) {
    tried.push("form");
    const frame = document.createElement("iframe");
    frame.name = `target${tried.length}`;
    document.body.append(frame);
    const sheet = document.createElement("form");
    sheet.method = "post";
    sheet.enctype = "text/plain";
    sheet.action = box + path;
    sheet.target = frame.name;
    const field = document.createElement("input");
    field.name = '{"id":"0199a1b2-0000-7000-8000-000000000001","patientId":"';
    field.value = '0199a1b2-0000-7000-8000-000000000002"}';
    sheet.append(field);
    document.body.append(sheet);
    return new Promise((resolve) => {
      frame.onload = resolve;
      sheet.submit();
    });
  }

  function loaded(tag, attribute, path, what) {
    tried.push(what);
    return new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => {
        // A frame that was refused loads an error page: only what can be read of it counts.
        if (tag !== "iframe") gain(`${what} ${path} loaded`);
        else if (readable(element)) gain(`${what} ${path} can be read`);
        resolve();
      };
      element.onerror = resolve;
      if (tag === "link") element.rel = "stylesheet";
      element[attribute] = box + path;
      document.body.append(element);
    });
  }

  function readable(frame) {
    try {
      return (frame.contentDocument?.body?.innerText ?? "") !== "";
    } catch {
      return false;
    }
  }

  for (const path of paths) {
    await request(path, { credentials: "include" }, "fetch");
    await request(path, { mode: "no-cors", credentials: "include" }, "no-cors");
    const body = '{"id":"0199a1b2-0000-7000-8000-000000000001"}';
    await request(path, { method: "POST", mode: "no-cors", body }, "no-cors post");
    for (const token of tokens) {
      await request(path, { headers: { "X-Wuduan-Launch": token } }, "fetch with token");
      const headers = { "X-Wuduan-Launch": token, "Content-Type": "application/json" };
      await request(path, { method: "POST", headers, body }, "post with token");
    }
    await settle(form(path));
    await settle(loaded("iframe", "src", `${path}#launch=REAL_TOKEN`, "frame"));
    await settle(loaded("script", "src", path, "script"));
    await settle(loaded("img", "src", path, "picture"));
    await settle(loaded("link", "href", path, "style"));
  }
  for (const path of ["/live", "/box/live"]) {
    await settle(socket(path, []));
    for (const token of tokens) await settle(socket(path, [`wuduan.launch.${token}`]));
  }
  document.title = "TRIED-EVERYTHING";
})();
