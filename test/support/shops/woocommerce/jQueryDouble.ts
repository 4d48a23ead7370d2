interface Heard {
  readonly on: EventTarget;
  readonly name: string;
  readonly run: (event: unknown, ...more: readonly unknown[]) => void;
}

/** A jQuery with its own events, which no listener of the DOM hears and which rise from the element to the document. Stands by itself. */
export function jQueryDouble(): void {
  let heard: readonly Heard[] = [];
  const names = (events: string) => events.split(" ").map((event) => event.split(".")[0]!);
  const query = (target: EventTarget) => ({
    on(events: string, run: Heard["run"]) {
      heard = [...heard, ...names(events).map((name) => ({ on: target, name, run }))];
    },
    off(events: string, run: Heard["run"]) {
      heard = heard.filter((one) => one.on !== target || one.run !== run || !names(events).includes(one.name));
    },
    trigger(name: string, more: readonly unknown[] = []) {
      for (let on: Node | null = target as Node; on; on = on.parentNode)
        for (const one of heard) if (one.on === on && one.name === name) one.run({ type: name, target }, ...more);
    },
  });
  Object.assign(window, { jQuery: Object.assign(query, { fn: { jquery: "3.7.1" } }) });
}
