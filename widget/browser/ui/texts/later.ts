/** Names of the texts that only what comes after the first offers says. */
export const LATER =
  "tax~previous~next~total~addAll~rating~working~added~addedProduct~swapped~again~undo~undone~refused~offline~unfit~orphaned~exchange~remove~keep~settled~declined~whyNot~haveIt~notForMe~tooDear~doesNotFit~thanks~why~orders~unpaid~isBetter~isWorse~close";
