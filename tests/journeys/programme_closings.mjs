// The programme's last act: the closing summary of every manager as a document, in each format, with her own name and
// words, her own city, and nothing of another one; and who else gets it.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { claim } from "./house.mjs";

// All that is said in a file: of a package every part, also those that say whose it is.
function said(file, ending) {
  if (ending === "pdf") return execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8" }) + execFileSync("pdfinfo", [file], { encoding: "utf8" });
  return execFileSync("unzip", ["-p", file, "*.xml"], { encoding: "utf8" })
    .replace(/<\/(w:p|text:p|text:h)>/g, " ")
    .replace(/<[^>]+>/g, "");
}

const kinds = { docx: "wordprocessingml", odt: "opendocument", pdf: "pdf" };
const stands = (text, word) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "u").test(text.replace(/\s+/g, " "));

// summaries: { name, own, readers }, by cities: { city, cluster, people, summaries }
export async function closings({ people, at, year }, cities) {
  const folder = mkdtempSync(join(tmpdir(), "trivium-closings-"));
  const all = cities.flatMap(({ summaries }) => summaries);
  try {
    for (const here of cities) {
      const elsewhere = cities.filter((one) => one !== here).flatMap((one) => [one.city, one.cluster, ...one.people]);
      for (const { name, own, readers } of here.summaries) {
        const address = at(`${people[`${name}'s table`]}/closing`);
        const others = all.filter((one) => one.name !== name).map((one) => one.own);
        for (const [ending, kind] of Object.entries(kinds)) {
          const answer = await people[name].request.get(`${address}.${ending}`, { timeout: 180_000 });
          claim(answer.status() === 200 && answer.headers()["content-type"].includes(kind), `${name}'s summary is a document: ${ending}`);
          const called = answer.headers()["content-disposition"];
          claim(called.includes(`${here.city}-${name}.${ending}`.toLowerCase()), `called as she is: ${called}`);
          const file = join(folder, `${name}.${ending}`);
          writeFileSync(file, await answer.body());
          const text = said(file, ending);
          for (const word of [`Written by ${name}`, `${here.city} · ${here.cluster}`, `Learning to look, ${year}`, own]) claim(stands(text, word), `${name}'s ${ending} says “${word}”`);
          const strange = [...elsewhere, ...others].filter((word) => stands(text, word));
          claim(strange.length === 0, `${name}'s ${ending} says nothing of another city, nor a colleague's words: ${strange}`);
        }
        const given = [];
        for (const reader of Object.keys(people).filter((one) => people[one].request)) {
          const status = (await people[reader].request.get(`${address}.docx`)).status();
          if (status !== 404) given.push(status === 200 ? reader : `${reader} (${status})`);
        }
        claim(JSON.stringify(given.sort()) === JSON.stringify([...readers].sort()), `${name}'s summary is given to ${readers.join(", ")}: ${given.join(", ")}`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
