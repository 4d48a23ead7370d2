/** Key of the entry that holds the merchant's rules that start at every product. */
export const EVERYWHERE = "rules:*";
