/** Where octets are read from, a piece at a time: a file that the user picked, or an image that `dsi inspect --web` serves. */

/** An input of known size. `read` resolves to the octets from `at`, fewer at its end; nothing else of it is read. */
export interface Source {
  readonly name: string;
  readonly size: number;
  read(at: number, length: number): Promise<Uint8Array>;
}

/** A file; nothing of it leaves this computer. One that gzip packed is unpacked first, by the browser. */
export async function fileSource(file: File): Promise<Source> {
  const start = new Uint8Array(await file.slice(0, 3).arrayBuffer());
  const packed = start[0] === 0x1f && start[1] === 0x8b && start[2] === 8;
  return blobSource(packed ? file.name.replace(/\.gz$/, "") : file.name, packed ? await unpacked(file) : file);
}

/** Octets that a browser holds, in memory or on its disk. */
export function blobSource(name: string, blob: Blob): Source {
  return {
    name,
    size: blob.size,
    read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
  };
}

function unpacked(blob: Blob): Promise<Blob> {
  return new Response(blob.stream().pipeThrough(new DecompressionStream("gzip"))).blob();
}

/** A file behind an address that answers requests for ranges. */
export async function addressSource(name: string, address: string): Promise<Source> {
  const head = await fetch(address, { method: "HEAD" });
  if (!head.ok) throw new Error(`${address}: ${head.status}`);
  const source: Source = {
    name,
    size: Number(head.headers.get("content-length")),
    async read(at, length) {
      const last = Math.min(at + length, source.size) - 1;
      if (last < at) return new Uint8Array(0);
      const part = await fetch(address, { headers: { range: `bytes=${at}-${last}` } });
      return new Uint8Array(await part.arrayBuffer());
    },
  };
  const start = await source.read(0, 2);
  if (start[0] !== 0x1f || start[1] !== 0x8b) return source;
  return fileSource(new File([await (await fetch(address)).blob()], name));
}
