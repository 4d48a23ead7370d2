/** Read out at every `turn`, also when it says the same once more. Also where the focus goes when nothing else is left. */
export function Status({ text, turn }: { readonly text: string; readonly turn: number }) {
  return (
    <p role="status" tabIndex={-1}>
      <span key={turn}>{text}</span>
    </p>
  );
}
