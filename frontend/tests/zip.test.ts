import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 as oracle } from "node:zlib";
import { describe, expect, it } from "vitest";
import { crc32, zip } from "../src/pages/photos/zip";

const READ = "import sys, zipfile, json; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(json.dumps([[i.filename, list(z.read(i)), list(i.date_time)] for i in z.infolist()]))";

describe("an archive of files", () => {
  it("is read back by another program as it was", async () => {
    const files = [
      { name: "legday-2026-11-21-front.jpg", content: Uint8Array.from({ length: 1000 }, (_, at) => (at * 7) % 256), date: "2026-11-21" },
      { name: "Körper.jpg", content: new Uint8Array(0), date: "2027-01-02" },
    ];
    const file = join(mkdtempSync(join(tmpdir(), "zip-")), "all.zip");
    writeFileSync(file, new Uint8Array(await zip(files).arrayBuffer()));
    const read = JSON.parse(execFileSync("python3", ["-c", READ, file], { encoding: "utf-8" })) as [string, number[], number[]][];
    expect(read.map(([name]) => name)).toEqual(files.map(({ name }) => name));
    expect(read.map(([, content]) => content)).toEqual(files.map(({ content }) => [...content]));
    expect(read[1]?.[2]?.slice(0, 3)).toEqual([2027, 1, 2]);
    expect(readFileSync(file).length).toBeGreaterThan(1000);
  });

  it.each(["", "123456789", "a".repeat(5000)])("checks %#", (text) => {
    const content = new TextEncoder().encode(text);
    expect(crc32(content)).toBe(oracle(content));
  });
});
