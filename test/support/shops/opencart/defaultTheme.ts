/**
 * What the scripts of the default theme do, in the parts that matter: the cart of the header drawn anew after every change, the cart page
 * drawn anew in 4 and loaded again in 3. Needs the page's jQuery; stands alone, so that its text can be put into a page.
 */
export function defaultTheme(generation: 3 | 4): void {
  interface Loading {
    load(address: string, done?: () => void): void;
  }
  const page = window as unknown as {
    jQuery: ((target: string) => Loading) & { tell(address: string): void };
    cart?: object;
  };
  const $ = page.jQuery;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  const language = generation === 4 ? "&language=en-gb" : "";
  const send = (method: string, address: string, body: string, done: (json: Readonly<Record<string, string>>) => void) => {
    const request = new XMLHttpRequest();
    request.open(method, address);
    request.setRequestHeader("content-type", "application/x-www-form-urlencoded");
    request.onload = () => {
      const json = JSON.parse(request.responseText) as Readonly<Record<string, string>>;
      if (json["redirect"]) location.href = json["redirect"];
      else done(json);
      $.tell(address);
    };
    request.send(body);
  };
  const fields = (form: ParentNode) =>
    [...form.querySelectorAll<HTMLInputElement>("[name]")]
      .filter(({ type, checked }) => !/radio|checkbox/.test(type) || checked)
      .map(({ name, value }) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join("&");
  const header = () =>
    generation === 4
      ? $("#cart").load(`index.php?route=common/cart.info${language}`)
      : $("#cart > ul").load("index.php?route=common/cart/info ul li");
  const list = (done?: () => void) => $("#shopping-cart").load(`index.php?route=checkout/cart.list${language}`, done);

  const open = ({ target }: Event) => {
    const toggle = (target as Element).closest("[data-toggle=dropdown],[data-bs-toggle=dropdown]");
    toggle?.parentElement?.classList.toggle("open");
  };
  document.addEventListener("click", open);

  const startFour = () => {
    document.addEventListener("submit", (event) => {
      const form = event.target as HTMLFormElement;
      const button = event.submitter;
      const inList = !!form.closest("#output-cart");
      const isBought = form.id === "form-product";
      if (!inList && !isBought && form.dataset["ocToggle"] !== "ajax") return;
      event.preventDefault();
      const address = isBought
        ? `index.php?route=checkout/cart.add${language}`
        : (button?.getAttribute("formaction") ?? form.getAttribute("action")!);
      send("POST", address, fields(form), () => {
        if (inList) list(header);
        else if (isBought) header();
        else $(form.dataset["ocTarget"]!).load(form.dataset["ocLoad"]!);
      });
    });
    document.addEventListener("click", (event) => {
      const link = (event.target as Element).closest("#output-cart a.btn-danger");
      if (!link) return;
      event.preventDefault();
      send("GET", link.getAttribute("href")!, "", () => list());
    });
    const watched = find("#shopping-cart");
    if (watched) new MutationObserver(() => header()).observe(watched, { childList: true });
  };
  const startThree = () => {
    const change = (verb: string, body: string) =>
      send("POST", `index.php?route=checkout/cart/${verb}`, body, ({ total }) => {
        setTimeout(() => {
          const button = find("#cart > button");
          if (button) button.innerHTML = `<span id="cart-total"><i></i> ${total}</span>`;
        }, 100);
        if (verb === "remove" && find("#checkout-cart")) location.href = "index.php?route=checkout/cart";
        else header();
      });
    page.cart = {
      add: (id: string) => change("add", `product_id=${id}&quantity=1`),
      remove: (key: string) => change("remove", `key=${key}`),
    };
    find("#button-cart")?.addEventListener("click", () => change("add", fields(find("#product")!)));
  };
  if (generation === 4) startFour();
  else startThree();
}
