/** Opens the cart drawer. */
export type OpenDrawer = () => void;

/** The drawer opens by the cart button, except where the page is the cart already; it closes by its button, Escape or a press beside it. */
export function wireDrawer(): OpenDrawer {
  const drawer = document.querySelector<HTMLDialogElement>("#cart-drawer");
  const onCartPage = document.body.dataset.goeswithStep === "cart";
  const open = (): void => {
    if (drawer && !drawer.open && !onCartPage) drawer.showModal();
  };
  document.addEventListener("click", (event) => {
    const target = event.target as Element;
    if (target.closest("[data-cart-open]") && !onCartPage) {
      event.preventDefault();
      open();
    }
    if (target === drawer || target.closest("[data-cart-close]")) drawer?.close();
  });
  return open;
}
