/** What a request of the page's jQuery came to. */
export interface PageAnswer {
  readonly ok: boolean;
  readonly text: string;
}

/**
 * As much of jQuery as OpenCart's themes and we use: `load`, and the end of every request told to the document. Stands alone, so that it can be
 * put into a page as text. Takes itself out when it is called.
 */
export function miniJQuery(send: (address: string) => Promise<PageAnswer>): () => void {
  type Heard = (event: object, request: object, settings: { readonly url: string }) => void;
  let heard: readonly Heard[] = [];
  const page = window as unknown as { jQuery?: unknown; $?: unknown };
  const tell = (url: string) => heard.forEach((one) => one({}, {}, { url }));
  /** Scripts in what is put in run. */
  const fill = (element: Element, text: string, part: string) => {
    const fresh = document.createElement("div");
    fresh.innerHTML = text;
    element.replaceChildren(...(part ? fresh.querySelectorAll(part) : fresh.childNodes));
    for (const script of element.querySelectorAll("script")) {
      const live = document.createElement("script");
      live.textContent = script.textContent;
      script.replaceWith(live);
    }
  };
  const $ = (target: Element | Document | string) => {
    const element = typeof target === "string" ? document.querySelector(target) : target;
    return {
      on: (_: string, one: Heard) => void (heard = [...heard, one]),
      off: (_: string, one: Heard) => void (heard = heard.filter((other) => other !== one)),
      trigger: () => {},
      load(address: string, done?: (text: string, status: string) => void) {
        const [url = "", ...part] = address.split(" ");
        const run = async () => {
          const { ok, text } = await send(url);
          if (ok && element instanceof Element) fill(element, text, part.join(" "));
          done?.(text, ok ? "success" : "error");
          tell(url);
        };
        void run();
      },
    };
  };
  page.jQuery = page.$ = Object.assign($, { fn: { jquery: "3.7.1" }, tell });
  return () => {
    delete page.jQuery;
    delete page.$;
  };
}
