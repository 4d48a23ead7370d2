/** 22 random letters and digits, about 130 bits. Works on plain-http pages, where `crypto.randomUUID` is absent. */
export function createId(): string {
  const letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  let id = "";
  // 256 is no multiple of 62: the slight bias towards the first letters does not matter to uniqueness.
  for (const byte of crypto.getRandomValues(new Uint8Array(22))) id += letters[byte % 62];
  return id;
}
