import { costOf, escape, totalRows } from "./cartPieces.ts";
import type { ServerLine, ServerState } from "./createServer.ts";
import type { ShopGood, ShopOption } from "./goods.ts";

/** What a product's page asks for before it is bought. */
export function optionField(option: ShopOption, { generation, price }: ServerState): string {
  const id = `input-option${generation === 4 ? "-" : ""}${option.id}`;
  const group = (label: string, field: string) =>
    `<div class="${generation === 4 ? "mb-3" : "form-group"}${option.kind === "select" ? " required" : ""}">${label}${field}</div>`;
  const values = Object.entries(option.values);
  if (option.kind === "select") {
    const choices = values.map(([value, name]) => `<option value="${value}">${name}\n (+${price(1200)})\n </option>`).join("");
    return group(
      `<label class="control-label form-label" for="${id}">${option.name}</label>`,
      `<select name="option[${option.id}]" id="${id}"><option value=""> --- Please Select --- </option>${choices}</select>`,
    );
  }
  const name = `option[${option.id}]${option.kind === "checkbox" ? "[]" : ""}`;
  const ticks = values.map(([value, label]) =>
    generation === 4
      ? `<div class="form-check"><input type="${option.kind}" name="${name}" value="${value}" id="input-option-value-${value}"/>
          <label for="input-option-value-${value}" class="form-check-label">${label}</label></div>`
      : `<div class="${option.kind}"><label><input type="${option.kind}" name="${name}" value="${value}" /> ${label} </label></div>`,
  );
  return group(`<label class="control-label form-label">${option.name}</label>`, `<div id="${id}">${ticks.join("")}</div>`);
}

/** The lines of the cart page of OpenCart 4.1, all that stands in `#shopping-cart`. */
export function cartList(state: ServerState): string {
  const row = (line: ServerLine) => {
    const link = escape(state.link(line.good));
    return `<tr><td><a href="${link}"><img src="data:," alt=""/></a></td>
      <td class="text-start text-wrap"><a href="${link}">${escape(line.good.title)}</a><ul class="list-unstyled mb-0"><li><small> - Model: product ${line.good.product}</small></li></ul></td>
      <td><form method="post" data-oc-target="#shopping-cart"><div class="input-group"><input type="text" name="quantity" value="${line.quantity}" size="1"/>
        <input type="hidden" name="key" value="${line.key}"/><button type="submit" formaction="${escape(state.route("checkout/cart", "edit"))}">Update</button>
        <a href="${escape(state.route("checkout/cart", "remove"))}&amp;key=${line.key}" class="btn btn-danger">Remove</a></div></form></td>
      <td class="text-end">${state.price(line.good.price)}</td><td class="text-end">${state.price(costOf(line))}</td></tr>`;
  };
  return `<h1>Shopping Cart (10.00kg)</h1><div id="output-cart" class="table-responsive"><table class="table table-bordered">
    <thead><tr><th>Image</th><th>Product</th><th>Quantity</th><th>Unit Price</th><th>Total</th></tr></thead>
    <tbody>${state.lines.map(row).join("")}</tbody><tfoot id="checkout-total">${totalRows(state, '<td colspan="3"></td>')}</tfoot></table></div>
    <h2>What would you like to do next?</h2><div id="accordion" class="accordion"><div class="accordion-item">Estimate Shipping</div></div>
    <script>document.documentElement.dataset.estimate = "ready";</script>
    <br/><div class="row buttons"><div class="col"><a href="/">Continue</a></div><div class="col"><a href="${escape(state.route("checkout/checkout"))}" class="btn btn-primary">Checkout</a></div></div>`;
}

/** The main part of the cart page of OpenCart 3. */
export function cartContent3(state: ServerState): string {
  if (state.lines.length === 0)
    return '<div id="error-not-found" class="container"><div class="row"><div id="content"><h1>Shopping Cart</h1><p>Your shopping cart is empty!</p></div></div></div>';
  const row = (line: ServerLine) => {
    const link = escape(state.link(line.good));
    const scarce = line.quantity > 9 ? '<span class="text-danger">***</span>' : "";
    return `<tr><td><a href="${link}"><img src="data:," alt="" /></a></td><td class="text-left"><a href="${link}">${escape(line.good.title)}</a> ${scarce}</td>
      <td class="text-left">product ${line.good.product}</td><td class="text-left"><div class="input-group"><input type="text" name="quantity[${line.key}]" value="${line.quantity}" size="1" />
      <span class="input-group-btn"><button type="submit">Update</button><button type="button" class="btn btn-danger" onclick="cart.remove('${line.key}');">Remove</button></span></div></td>
      <td class="text-right">${state.price(line.good.price)}</td><td class="text-right">${state.price(costOf(line))}</td></tr>`;
  };
  const alert = state.lines.some(({ quantity }) => quantity > 9)
    ? '<div class="alert alert-danger alert-dismissible">Products marked with *** are not available!</div>'
    : "";
  return `<div id="checkout-cart" class="container"><ul class="breadcrumb"><li><a href="/">Home</a></li><li><a href="/">Cart</a></li></ul>${alert}
    <div class="row"><div id="content" class="col-sm-12"><h1>Shopping Cart &nbsp;(10.00kg)</h1>
    <form action="${state.route("checkout/cart", "edit")}" method="post" enctype="multipart/form-data"><div class="table-responsive"><table class="table table-bordered">
      <thead><tr><td>Image</td><td>Name</td><td>Model</td><td>Quantity</td><td>Unit Price</td><td>Total</td></tr></thead><tbody>${state.lines.map(row).join("")}</tbody></table></div></form>
    <h2>What would you like to do next?</h2><div class="panel-group" id="accordion"><div class="panel"><div class="panel-body"><input name="coupon" value=""></div></div></div>
    <br /><div class="row"><div class="col-sm-4 col-sm-offset-8"><div class="table-responsive"><table class="table table-bordered">${totalRows(state)}</table></div></div></div>
    <div class="buttons clearfix"><div class="pull-right"><a href="${state.route("checkout/checkout")}" class="btn btn-primary">Checkout</a></div></div></div></div></div>`;
}

/** The summary at the checkout of OpenCart 4. */
export function confirmPart(state: ServerState, isPaid: boolean): string {
  const rows = state.lines.map(
    (line) =>
      `<tr><td>${line.quantity}x <a href="${escape(state.link(line.good))}">${escape(line.good.title)}</a></td><td>${state.price(costOf(line))}</td></tr>`,
  );
  return `<div class="table-responsive"><table class="table">${rows.join("")}<tfoot>${totalRows(state)}</tfoot></table></div>
    <div id="checkout-payment"><div class="text-end"><button type="button" class="btn btn-primary"${isPaid ? "" : " disabled"}>Confirm Order</button></div></div>`;
}

export function productContent(good: ShopGood, state: ServerState): string {
  const fields = (good.options ?? []).map((option) => optionField(option, state)).join("");
  const bought = `<input type="text" name="quantity" value="1" size="2" id="input-quantity" /><input type="hidden" name="product_id" value="${good.product}" />
    <button type="${state.generation === 4 ? "submit" : "button"}" id="button-cart" class="btn btn-primary btn-lg">Add to Cart</button>`;
  const tabs =
    '<ul class="nav nav-tabs"><li>Description</li></ul><div class="tab-content"><div class="tab-pane">A long description of it.</div></div>';
  const pictures = '<div class="picture">Picture</div>';
  if (state.generation === 4) {
    return `<div id="product-info" class="container"><ul class="breadcrumb"><li><a href="/">Home</a></li></ul><div class="row"><div id="content" class="col">
      <div class="row mb-3"><div class="col-sm"><div class="image">${pictures}</div></div><div class="col-sm"><h1>${escape(good.title)}</h1>
        <ul class="list-unstyled"><li><span class="price-old">${state.price(good.price * 2)}</span></li><li><h2><span class="price-new">${state.price(good.price)}</span></h2></li><li>Ex Tax: ${state.price(good.price - 100)}</li></ul>
        <form method="post" data-oc-toggle="ajax"><input type="hidden" name="product_id" value="${good.product}"/></form><br/>
        <div id="product"><form id="form-product">${fields}<div class="mb-3">${bought}</div></form></div></div></div>${tabs}</div></div></div>`;
  }
  return `<div id="product-product" class="container"><ul class="breadcrumb"><li><a href="/">Home</a></li></ul><div class="row"><div id="content" class="col-sm-12"><div class="row">
    <div class="col-sm-8">${pictures}${tabs}</div><div class="col-sm-4"><h1>${escape(good.title)}</h1><ul class="list-unstyled"><li>Brand: Own</li></ul>
      <ul class="list-unstyled"><li><span style="text-decoration: line-through;">${state.price(good.price * 2)}</span></li><li><h2>${state.price(good.price)}</h2></li><li>Ex Tax: ${state.price(good.price - 100)}</li></ul>
      <div id="product">${fields}<div class="form-group">${bought}</div></div><div class="rating"><p>0 reviews / Write a review</p></div></div></div></div></div></div>`;
}
