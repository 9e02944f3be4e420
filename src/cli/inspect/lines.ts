import { type InspectedLayer, type InspectedRecord, type Inspection, inspectImage } from "../../containers/index.ts";
import { feed } from "../feed.ts";
import { openInput } from "../input.ts";
import { openOptions, type ReadingOptions } from "../reading.ts";
import { print } from "../terminal.ts";

/**
 * Prints an inspection as JSON Lines while the octets arrive: a line for each layer and record, and one for the end
 * (schemas/inspection-line.schema.json). Nothing is kept, so a stream that goes on for ever may be watched.
 */
export async function inspectionLines(image: string, options: ReadingOptions): Promise<Inspection["fault"]> {
  const inspector = inspectImage(openOptions(options));
  const tell = async () => {
    const items = inspector.drain();
    if (items.length > 0) await print(items.map((item) => line(kindOf(item), item)).join(""));
  };
  const input = openInput(image);
  try {
    const { edition, container, layers, records, fault } = await feed(input, inspector, { ...options, onPushed: tell });
    const rest = [...layers, ...records].sort((a, b) => a.at - b.at);
    const broken = fault === undefined ? {} : { "x-fault": fault };
    await print(
      [...rest.map((item) => line(kindOf(item), item)), line("end", { edition, container, ...broken })].join(""),
    );
    return fault;
  } finally {
    input.close();
  }
}

function kindOf(item: InspectedLayer | InspectedRecord): "layer" | "record" {
  return "name" in item ? "record" : "layer";
}

function line(kind: string, rest: object): string {
  return `${JSON.stringify({ kind, ...rest })}\n`;
}
