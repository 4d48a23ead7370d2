/** Says on a host which language its texts are in and how they run, whatever the page around it is in. */
export function tellLanguage(host: HTMLElement, lang: string): void {
  host.lang = lang;
  host.dir = /^(ar|ckb|fa|he|ps|ur|yi)\b/.test(lang) ? "rtl" : "ltr";
}
