import { expect, it } from "vitest";
import type { ReportData } from "../../../../../widget/types/report.ts";
import { aCollector, post } from "../../aCollector.ts";
import { aBatch, anEvent } from "../../anEvent.ts";

it("lets commands write, and pages of the door itself, but no other page on this machine", async () => {
  const collector = await aCollector();
  const erase = async (headers: Readonly<Record<string, string>>, payload = '{"visit":"nobody"}') =>
    (await collector.app.inject({ method: "POST", url: "/erase", payload, headers: { host: "127.0.0.1:4310", ...headers } })).statusCode;
  const json = { "content-type": "application/json" };
  expect([await erase(json), await erase({ ...json, origin: "http://127.0.0.1:4310" })]).toEqual([200, 200]);
  for (const origin of ["https://shop.example", "http://127.0.0.1:8080", "http://localhost:4310", "null", "nonsense"])
    expect([origin, await erase({ ...json, origin })]).toEqual([origin, 403]);
  for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain; application/json"])
    expect([type, await erase({ "content-type": type })]).toEqual([type, 415]);
  expect(await erase({})).toBe(415);
  expect(await erase({ ...json, host: "rebound.example:4310", origin: "http://rebound.example:4310" })).toBe(403);
});

it("answers no preflight with a yes", async () => {
  const { app } = await aCollector();
  const { statusCode, headers } = await app.inject({
    method: "OPTIONS",
    url: "/erase",
    headers: { origin: "https://shop.example", "access-control-request-method": "POST", "access-control-request-headers": "content-type" },
  });
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(Object.keys(headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
});

it("says what is wrong with what it is sent, and changes nothing then", async () => {
  const collector = await aCollector();
  await post(collector, aBatch([anEvent("shown", "e1")]));
  const send = async (url: string, payload: string | Buffer) => {
    const { statusCode, body } = await collector.app.inject({
      method: "POST",
      url,
      payload,
      headers: { "content-type": "application/json" },
    });
    return [statusCode, body] as const;
  };
  for (const body of ["", "{", "[]", "{}", '{"before":"2026"}', '{"visit":"visit1","order":"A"}', '{"visit":""}', '{"everything":true}'])
    expect([body, (await send("/erase", body))[0]]).toEqual([body, 400]);
  const order = { shop: "demo", order: "A", at: 1.7e12, currency: "EUR", net: 1, refunded: 0, isCancelled: false };
  const [good, odd, priced] = [order, { ...order, email: "x" }, { ...order, net: 1.5 }].map((one) => JSON.stringify(one));
  expect(await send("/import/orders", `${good}\n\n${odd}\n`)).toEqual([400, '{"error":"line 3: unknown field email"}']);
  expect(await send("/import/orders", `${priced}`)).toMatchObject([400, expect.stringContaining("line 1: net: ")]);
  expect(await send("/import/orders", `${good}\nnonsense`)).toEqual([400, '{"error":"line 2: not an object"}']);
  expect(await send("/import/orders", Buffer.from([0xff, 0xfe]))).toEqual([400, '{"error":"the body is not UTF-8"}']);
  expect((await send("/import/orders", "x".repeat(1024 * 1024 + 1)))[0]).toBe(413);
  const { events, lift } = (await collector.app.inject({ url: "/report/data" })).json<ReportData>();
  expect([events, lift.measured.orders.confirmed]).toEqual([1, 0]);
  expect(await send("/import/orders", `${good}`)).toEqual([
    200,
    '{"confirmed":1,"measured":0,"seen":0,"byMark":0,"byOrder":0,"unknown":1}',
  ]);
});
