/** Of the standard storefront events. Source: https://shopify.dev/docs/api/storefront-events-and-actions */
export const LINES_UPDATE = "shopify:cart:lines-update";
/** Of what Dawn and its kin publish. Source: github.com/Shopify/dawn assets/constants.js */
export const CART_UPDATE = "cart-update";
