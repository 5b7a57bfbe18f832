/** Files put into one ZIP archive without compression (PKWARE APPNOTE 6.3.10), which photos would not gain from. */

export interface ZipFile {
  name: string;
  content: Uint8Array;
  /** Such as "2026-11-23". */
  date: string;
}

const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
const VERSION = 20;
const UTF8 = 0x0800;

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

export function crc32(content: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of content) value = (CRC_TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

export function zip(files: readonly ZipFile[]): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { name, content, date } of files) {
    const named = new TextEncoder().encode(name);
    const shared = [[2, VERSION], [2, UTF8], [2, 0], [2, 0], [2, dosDate(date)], [4, crc32(content)], [4, content.length], [4, content.length], [2, named.length], [2, 0]] as const;
    const local = [bytes([4, LOCAL], ...shared), named, new Uint8Array(content)];
    directory.push(bytes([4, CENTRAL], [2, VERSION], ...shared, [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), named);
    parts.push(...local);
    offset += length(local);
  }
  const size = length(directory);
  const end = bytes([4, END], [2, 0], [2, 0], [2, files.length], [2, files.length], [4, size], [4, offset], [2, 0]);
  return new Blob([...parts, ...directory, end], { type: "application/zip" });
}

const length = (parts: readonly Uint8Array[]): number => parts.reduce((sum, part) => sum + part.length, 0);

/** Whole numbers one after the other, each in so many bytes, the least first. */
function bytes(...fields: readonly (readonly [2 | 4, number])[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(fields.flatMap(([size, value]) => Array.from({ length: size }, (_, place) => (value >>> (8 * place)) & 0xff)));
}

function dosDate(date: string): number {
  const [year = 1980, month = 1, day = 1] = date.split("-").map(Number);
  return ((year - 1980) << 9) | (month << 5) | day;
}
