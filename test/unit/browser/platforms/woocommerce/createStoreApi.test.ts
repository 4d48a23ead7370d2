import { afterEach, describe, expect, it, vi } from "vitest";
import { createStoreApi } from "../../../../../widget/browser/platforms/woocommerce/createStoreApi.ts";
import { postStore } from "../../../../../widget/browser/platforms/woocommerce/postStore.ts";

interface Sent {
  readonly address: string;
  readonly nonce: string | null;
  readonly token: string | null;
  readonly body: unknown;
}

/** A shop that answers one status after the other, each time with a new nonce. */
function shopOf(...statuses: readonly number[]) {
  const sent: Sent[] = [];
  let turn = 0;
  vi.stubGlobal("fetch", async (address: string, { headers, body }: RequestInit = {}) => {
    const given = new Headers(headers);
    sent.push({ address, nonce: given.get("Nonce"), token: given.get("Cart-Token"), body });
    return new Response("{}", { status: statuses[turn++] ?? 200, headers: { Nonce: `n${turn}`, "Cart-Token": "jwt" } });
  });
  return sent;
}

function linkTo(href: string) {
  document.head.innerHTML = `<link rel="https://api.w.org/" href="${href}">`;
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.head.innerHTML = "";
  document.cookie = "woocommerce_items_in_cart=; path=/; expires=Thu, 01 Jan 1970 00:00:00 GMT";
});

describe("the Store API's address", () => {
  const addressFor = async (own: Readonly<Record<string, string>> = {}) => {
    const sent = shopOf();
    await createStoreApi(own).ask("products?include=1", {});
    return sent[0]?.address;
  };

  it("is that of the page's own origin, whatever name the shop gives itself", async () => {
    linkTo("http://www.shop.example/store/wp-json/");
    expect(await addressFor()).toBe("/store/wp-json/wc/store/v1/products?include=1");
  });

  it("is a parameter where the shop has no pretty permalinks, or names none", async () => {
    linkTo("http://shop.example/index.php?rest_route=/");
    expect(await addressFor()).toBe("/index.php?rest_route=/wc/store/v1/products&include=1");
    document.head.innerHTML = "";
    expect(await addressFor()).toBe("/?rest_route=/wc/store/v1/products&include=1");
  });

  it("is the one in the configuration, where there is one", async () => {
    linkTo("/wp-json/");
    expect(await addressFor({ api: "/rest/" })).toBe("/rest/wc/store/v1/products?include=1");
  });
});

describe("postStore", () => {
  const post = (sent: readonly Sent[]) =>
    postStore(createStoreApi({}), "cart/add-item", { id: 13 }).then(({ status }) => [status, sent.length]);

  it("asks for a nonce before the first write", async () => {
    const sent = shopOf();
    expect(await post(sent)).toEqual([200, 2]);
    expect(sent.map(({ nonce }) => nonce)).toEqual([null, "n1"]);
    expect(sent[1]?.body).toBe('{"id":13}');
  });

  it("row 90: writes once more with the nonce of the answer that refused the old one", async () => {
    const sent = shopOf(200, 403, 201);
    expect(await post(sent)).toEqual([201, 3]);
    expect(sent.map(({ nonce }) => nonce)).toEqual([null, "n1", "n2"]);
  });

  it("row 90: gives up after that", async () => {
    const sent = shopOf(200, 401, 403, 200);
    expect(await post(sent)).toEqual([403, 3]);
  });

  it("shows the cart's own token the second time, where there is a cart that the cookies lead to", async () => {
    document.cookie = "woocommerce_items_in_cart=1; path=/";
    const sent = shopOf(200, 403, 201);
    await post(sent);
    expect(sent.map(({ token }) => token)).toEqual([null, null, "jwt"]);
  });

  it("reads the nonce anew where the refusal carries none", async () => {
    const nonces: (string | null)[] = [];
    let reads = 0;
    vi.stubGlobal("fetch", async (_: string, { method = "GET", headers }: RequestInit = {}) => {
      if (method === "GET") return new Response("{}", { headers: { Nonce: `n${++reads}` } });
      nonces.push(new Headers(headers).get("Nonce"));
      return new Response("{}", { status: reads > 1 ? 201 : 403 });
    });
    expect((await postStore(createStoreApi({}), "cart/add-item", {})).status).toBe(201);
    expect(nonces).toEqual(["n1", "n2"]);
  });
});
