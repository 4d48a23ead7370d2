/** A text in lower case without accents and blanks around it, as the words of `orderWords` are written. */
export const plain = (text: string): string => text.trim().toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
