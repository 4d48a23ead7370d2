/** Read out when its text changes. Also where the focus goes when nothing else is left. */
export function Status({ text }: { readonly text: string }) {
  return (
    <p role="status" tabIndex={-1}>
      {text}
    </p>
  );
}
