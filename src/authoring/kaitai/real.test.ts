import { expect, it } from "vitest";
import { parseDomainSaveImage } from "../../../generated/strict/domain_save_image.ts";
import { imageOctets, recordsText } from "./testing/images.ts";

// Over a million page entries take a few seconds and a gigabyte; the file is its own process, which gives it back.
it("reads a Remus stream as Xen sent it, hand-backs to libxl inside", () => {
  const { outermost } = parseDomainSaveImage(imageOctets("pvh-tiny-remus-15ckpt"));
  if (!("stream" in outermost) || !outermost.stream?.libxc) throw new Error("no libxc stream");
  const { records } = outermost.stream.libxc;
  const order = / order: (.*)/.exec(recordsText("pvh-tiny-remus-15ckpt"))?.[1] as string;
  const told = order.split(" ").flatMap((word) => {
    const [type = "", times = "1"] = word.split("*");
    return Array.from({ length: Number(times) }, () => type.toLowerCase());
  });
  expect(records.map(({ header }) => header.type)).toEqual(told);
  for (const { header, libxlRecords } of records) {
    const inside = libxlRecords?.map((record) => record.header.type);
    expect(inside).toEqual(header.type === "checkpoint" ? ["checkpoint_end"] : undefined);
  }
  // The primary was destroyed: there is no END, neither of libxc nor of libxl.
  expect(outermost.stream.trailing).toBeUndefined();
}, 120_000);
