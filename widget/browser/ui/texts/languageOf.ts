/** The language of ours that a BCP 47 locale asks for; English where we do not speak it. */
export function languageOf(locale: string): string {
  return /^(ar|cs|de|es|fr|pl|ru|tr|uk)(?![a-z])/.exec(locale.toLowerCase())?.[1] ?? "en";
}
