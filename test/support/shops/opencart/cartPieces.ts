import type { ServerLine, ServerState } from "./createServer.ts";

/** Text as it stands in HTML. */
export const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

/** Values are cut after 20 characters. */
const cut = (value: string) => (value.length > 20 ? `${value.slice(0, 20)}..` : value);

export const costOf = ({ good, quantity }: ServerLine) => good.price * quantity;

export function sumOf({ lines }: ServerState): number {
  return lines.map(costOf).reduce((sum, one) => sum + one, 0);
}

/** "3 item(s) - $1,325.20" */
export function countText(state: ServerState): string {
  const pieces = state.lines.map(({ quantity }) => quantity).reduce((sum, one) => sum + one, 0);
  return `${pieces} item(s) - ${state.price(sumOf(state))}`;
}

/** The rows of sums, of which the last one counts. */
export const totalRows = (state: ServerState, before = "") =>
  ["Sub-Total", "VAT (20%)", "Total"]
    .map(
      (name, at) =>
        `<tr>${before}<td><strong>${name}</strong></td><td>${state.price([Math.round(sumOf(state) / 1.2), sumOf(state) - Math.round(sumOf(state) / 1.2), sumOf(state)][at]!)}</td></tr>`,
    )
    .join("");

/** The cart of the header in OpenCart 4.1, which goes into `#cart`. */
export function headerCart4(state: ServerState): string {
  const row = (line: ServerLine) => {
    const { good, key, quantity, options } = line;
    const link = escape(state.link(good));
    const chosen = options.map(([name, value]) => `<li>\n<small> - ${escape(name)}: ${escape(cut(value))}</small>\n</li>`).join("");
    return `<tr>
      <td class="text-center w-25"><a href="${link}"><img src="data:," alt="${escape(good.title)}"/></a></td>
      <td><a href="${link}">${escape(good.title)}</a>
        <ul class="list-unstyled mb-0"><li><small> - Model: product ${good.product}</small></li>${chosen}<li><small> - Reward Points: 1200</small></li></ul></td>
      <td class="text-end text-nowrap">x ${quantity}</td><td class="text-end">${state.price(costOf(line))}</td>
      <td class="text-end"><form action="${escape(state.route("common/cart", "remove"))}" method="post" data-oc-toggle="ajax"
        data-oc-load="${escape(state.route("common/cart", "info"))}" data-oc-target="#cart"><input type="hidden" name="key" value="${key}">
        <button type="submit" title="Remove" class="btn btn-danger"><i></i></button></form></td></tr>`;
  };
  const filled = `<li><table class="table table-striped mb-2">${state.lines.map(row).join("")}</table>
    <div><table class="table table-sm table-bordered mb-2">${totalRows(state)}</table><p><a href="${escape(state.route("checkout/cart"))}"><strong>View Cart</strong></a></p></div></li>`;
  return `<div class="dropdown d-grid"><button type="button" data-bs-toggle="dropdown" class="btn dropdown-toggle"><i></i> ${countText(state)}</button>
    <ul class="dropdown-menu dropdown-menu-end p-2">${state.lines.length > 0 ? filled : '<li class="text-center p-4">Your shopping cart is empty!</li>'}</ul></div>`;
}

/** The cart of the header in OpenCart 3, with the element that holds it. */
export function headerCart3(state: ServerState): string {
  const row = (line: ServerLine) => {
    const { good, key, quantity, options } = line;
    const link = escape(state.link(good));
    const chosen = options.map(([name, value]) => `<br/>\n - <small>${escape(name)} ${escape(cut(value))}</small>`).join("");
    return `<tr><td class="text-center"> <a href="${link}"><img src="data:," alt="${escape(good.title)}" /></a> </td>
      <td class="text-left"><a href="${link}">${escape(good.title)}</a> ${chosen}</td>
      <td class="text-right">x ${quantity}</td><td class="text-right">${state.price(costOf(line))}</td>
      <td class="text-center"><button type="button" onclick="cart.remove('${key}');" title="Remove" class="btn btn-danger btn-xs"><i></i></button></td></tr>`;
  };
  const filled = `<li><table class="table table-striped">${state.lines.map(row).join("")}</table></li>
    <li><div><table class="table table-bordered">${totalRows(state)}</table><p><a href="${escape(state.route("checkout/cart"))}"><strong>View Cart</strong></a></p></div></li>`;
  return `<div id="cart" class="btn-group btn-block"><button type="button" data-toggle="dropdown" class="btn dropdown-toggle"><i></i> <span id="cart-total">${countText(state)}</span></button>
    <ul class="dropdown-menu pull-right">${state.lines.length > 0 ? filled : '<li><p class="text-center">Your shopping cart is empty!</p></li>'}</ul></div>`;
}
