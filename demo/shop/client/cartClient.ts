import { showSections } from "./showSections.ts";
import { failureText, toast } from "./toast.ts";
import { toJson } from "./toJson.ts";

/** A line as the page's data block says it; `price` in major units. */
export interface ShopLine {
  readonly key: string;
  readonly product: string;
  readonly variant?: string;
  readonly quantity: number;
  readonly price?: number;
  readonly title: string;
  readonly boundTo?: string;
}

export interface ShopCart {
  readonly currency: string;
  readonly total: number;
  readonly lines: readonly ShopLine[];
}

export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "sold-out" | "refused" | "network"; readonly message?: string };

/** The shop's cart as this page sees it. */
export interface CartClient {
  /** The cart the page holds; read from the server only when the page may be out of date. */
  read(signal?: AbortSignal): Promise<ShopCart>;
  /** Posts to `/api/cart/…` and shows the result: sections, data block, event. */
  change(path: string, body: object): Promise<Outcome>;
  /** Starts to listen for changes in other tabs and for a return from the back/forward cache. */
  follow(): void;
}

interface Answer {
  readonly cart: ShopCart;
  readonly sections: Readonly<Record<string, string>>;
}

/** Written after each change, so that the shop's other tabs hear of it. */
const STAMP = "lumen.cart";
const UNPROCESSABLE = 422;
const BLOCK = 'script[data-goeswith="cart"]';

export function createCartClient(): CartClient {
  let held: ShopCart | undefined;
  let outdated = false;
  const block = (): Element | null => document.querySelector(BLOCK);

  const show = async ({ cart, sections }: Answer): Promise<void> => {
    held = cart;
    outdated = false;
    const fresh = await showSections(sections);
    if (fresh) block()?.replaceWith(...fresh.querySelectorAll(BLOCK));
    // A strict policy takes no text for a script, whatever its type; the next page read has it.
    else if (!("strict" in document.documentElement.dataset)) block()?.replaceChildren(toJson(cart));
    document.dispatchEvent(new CustomEvent("goeswith:change"));
  };
  const reload = async (signal?: AbortSignal): Promise<ShopCart> => {
    const response = await fetch(`/api/cart?sections=${sectionNames()}`, { ...(signal && { signal }) });
    if (!response.ok) throw new Error(`the cart answered ${response.status}`);
    const answer = (await response.json()) as Answer;
    await show(answer);
    return answer.cart;
  };
  const refresh = (): void => {
    outdated = true;
    reload().catch(() => toast(failureText("unread")));
  };

  return {
    async read(signal) {
      held ??= JSON.parse(block()?.textContent ?? "null") as ShopCart | undefined;
      return held && !outdated ? held : reload(signal);
    },
    async change(path, body) {
      try {
        const response = await fetch(`/api/cart/${path}?sections=${sectionNames()}`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: toJson(body),
        });
        if (!response.ok) return refusal(response);
        await show((await response.json()) as Answer);
        stamp();
        return { ok: true };
      } catch {
        return { ok: false, reason: "network" };
      }
    },
    follow() {
      addEventListener("storage", ({ key }) => key === STAMP && refresh());
      addEventListener("pageshow", ({ persisted }) => persisted && refresh());
    },
  };
}

/** Names of the sections this page has. */
function sectionNames(): string {
  return [...new Set([...document.querySelectorAll<HTMLElement>("[data-section]")].map((part) => part.dataset.section))].join(",");
}

async function refusal(response: Response): Promise<Outcome> {
  const { message, reason: why } = (await response.json().catch(() => ({}))) as { message?: string; reason?: string };
  const reason = response.status === UNPROCESSABLE && why === "isSoldOut" ? "sold-out" : "refused";
  return { ok: false, reason, ...(message && { message }) };
}

function stamp(): void {
  try {
    localStorage.setItem(STAMP, String(Date.now()));
  } catch {
    // Storage is blocked: the other tabs read the cart when they are next loaded.
  }
}
