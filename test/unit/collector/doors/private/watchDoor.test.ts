import { fastify } from "fastify";
import { expect, it, onTestFinished, vi } from "vitest";
import { createMeter } from "../../../../../widget/collector/doors/createMeter.ts";
import { watchDoor } from "../../../../../widget/collector/doors/private/watchDoor.ts";
import { aCollector, post } from "../../aCollector.ts";
import { aBatch, anEvent } from "../../anEvent.ts";

it("is well while events can be stored, and says so when they cannot", async () => {
  expect((await (await aCollector()).app.inject({ url: "/health" })).json()).toEqual({ ok: true });
  const check = vi.fn<() => Promise<void>>().mockRejectedValue(new Error("disk full"));
  const app = fastify();
  onTestFinished(() => app.close());
  await app.register(watchDoor, { store: { check, size: () => Promise.resolve({ events: 0, bytes: 0 }) }, meter: createMeter() });
  const { statusCode, body } = await app.inject({ url: "/health" });
  expect([statusCode, body]).toEqual([503, '{"ok":false,"error":"events cannot be stored: disk full"}']);
  await Promise.all([app.inject({ url: "/health" }), app.inject({ url: "/health" })]);
  expect(check).toHaveBeenCalledOnce();
});

it("counts what came in, what was refused and why, and how long storing took", async () => {
  const collector = await aCollector({ rate: 4 });
  const odd = Array.from({ length: 20 }, (_, n) => ({ ...anEvent("shown", `x${n}`), [`field${n}`]: 1 }));
  await post(collector, aBatch([anEvent("shown", "e1"), anEvent("seen", "e2"), anEvent("shown", "e1"), ...odd]));
  await post(collector, aBatch([anEvent("shown", "e3", { price: -1 })]), { "sec-gpc": "1" });
  await post(collector, aBatch([anEvent("shown", "e3", { price: -1 })]));
  await post(collector, "nonsense");
  expect((await post(collector, aBatch([anEvent("shown", "e4")]))).status).toBe(429);
  const { body, headers } = await collector.app.inject({ url: "/metrics" });
  expect(headers["content-type"]).toBe("text/plain; version=0.0.4; charset=utf-8");
  const value = (name: string) =>
    Number(
      body
        .split("\n")
        .find((line) => line.startsWith(`goeswith_${name} `))
        ?.split(" ")[1],
    );
  const byLabel = (name: string) =>
    body
      .split("\n")
      .filter((line) => line.startsWith(`goeswith_${name}{`))
      .map((line) => line.slice(9 + name.length));
  expect(byLabel("events_total")).toEqual(['{verdict="accepted"} 2', '{verdict="duplicate"} 1', '{verdict="rejected"} 22']);
  expect(byLabel("events_rejected_total")).toEqual(['{reason="unknown field"} 20', '{reason="consent"} 1', '{reason="bad price"} 1']);
  expect(byLabel("answers_total")).toEqual(['{status="429"} 1', '{status="200"} 3', '{status="400"} 1']);
  expect([value("batches_total"), value("events_stored"), value("insert_seconds_count"), value("insert_failures_total")]).toEqual([
    3, 2, 1, 0,
  ]);
  expect(value("insert_seconds_sum")).toBeGreaterThan(0);
  expect(value("store_bytes")).toBeGreaterThan(0);
  expect(value("uptime_seconds")).toBeGreaterThan(0);
  const classes = byLabel("insert_seconds_bucket").map((line) => Number(line.split(" ")[1]));
  expect(classes).toEqual(classes.toSorted((a, b) => a - b));
  expect(classes.at(-1)).toBe(1);
  for (const line of body.trimEnd().split("\n"))
    expect(line).toMatch(/^(# (HELP|TYPE) goeswith_[a-z_]+ .+|goeswith_[a-z_]+(\{[a-z]+="[^"\\]*"\})? [\d.e+-]+)$/);
});
