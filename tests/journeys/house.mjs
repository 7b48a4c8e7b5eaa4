// A Trivium of its own for a journey: started on a free loopback port in a new folder, stopped by its process id.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";

export const program = process.env.TRIVIUM_PROGRAM ?? "build/release/src/trivium";

// Below those that programs are given for connections of their own, so that none of them takes it in between.
export async function freePort() {
  const { createServer } = await import("node:net");
  const free = (port) =>
    new Promise((given) => {
      const probe = createServer()
        .once("error", () => given(false))
        .listen(port, "127.0.0.1", () => probe.close(() => given(true)));
    });
  for (;;) {
    const port = 20000 + Math.floor(Math.random() * 12000);
    if (await free(port)) return port;
  }
}

export async function start({ data = mkdtempSync(join(tmpdir(), "trivium-journey-")), port, sample = false } = {}) {
  const at = port ?? (await freePort());
  const child = spawn(program, ["serve", "--data", data, "--port", String(at), ...(sample ? ["--sample"] : [])], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  await new Promise((ready, failed) => {
    child.stdout.on("data", (text) => {
      said += text;
      if (said.includes("Trivium is ready")) ready();
    });
    child.on("exit", (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  const key = /first-run\?key=(\S+)/.exec(said)?.[1];
  const stop = (signal = "SIGTERM") =>
    new Promise((ended) => {
      child.on("exit", ended);
      child.kill(signal);
    });
  return { address: `http://127.0.0.1:${at}`, port: at, data, key, stop, clean: () => rmSync(data, { recursive: true, force: true }) };
}

// Debian's Chromium; its own housekeeping would call other machines, so it is switched off.
export function browser() {
  return chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

let claims = 0;
export function claim(holds, words) {
  if (!holds && process.env.TRIVIUM_ALL) {
    console.error(`not so: ${words}`);
    process.exitCode = 1;
    return;
  }
  claims += 1;
  if (!holds) throw new Error(`not so: ${words}`);
}

export async function journey(name, play) {
  const started = Date.now();
  try {
    await play();
    console.log(`${name}: ${claims} claims hold (${((Date.now() - started) / 1000).toFixed(1)} s)`);
  } catch (trouble) {
    console.error(`${name}: ${trouble.stack}`);
    process.exitCode = 1;
  }
}

// Into the sample city as its first manager; gives the address of her open table.
export async function lookRound(page, house) {
  await page.goto(house.address);
  await page.click(".door >> nth=0");
  await page.waitForURL(house.address + "/");
  const href = await page.getAttribute(".table-list a", "href");
  return house.address + href;
}
