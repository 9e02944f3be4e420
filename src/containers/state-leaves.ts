/** A state taken apart into its leaves, each under a path that says what it is and not where in a list it stands. */

/**
 * Every leaf of a part of a state. Pairs in a list are named by their index in hexadecimal (`hvm.params.0x1`), objects by what tells them
 * apart (`hvm.context.2/0`, `pv.vcpus.0`), and a name that comes again by `#1` and so on. Octets by digest are one leaf.
 */
export function leavesOf(part: object): Map<string, unknown> {
  const gatherer = new Gatherer();
  gatherer.gather(part, "");
  return gatherer.leaves;
}

/** Keys that tell the objects of a list apart, in the order they are joined. */
const IDENTITIES = [["type", "instance"], ["id", "index"], ["id"]];

class Gatherer {
  readonly leaves = new Map<string, unknown>();
  /** How often each name was given out. */
  private readonly names = new Map<string, number>();

  gather(value: unknown, path: string): void {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) this.element(item, index, path);
    } else if (isObject(value) && !("sha256" in value)) {
      for (const [key, item] of Object.entries(value)) this.gather(item, path === "" ? key : `${path}.${key}`);
    } else this.leaves.set(path, value);
  }

  private element(item: unknown, index: number, path: string): void {
    if (Array.isArray(item) && item.length > 1) {
      // [index, value], or of CPUID [leaf, subleaf, a, b, c, d].
      const keys = item.slice(0, item.length > 2 ? 2 : 1);
      const rest = item.slice(keys.length);
      this.leaves.set(this.name(`${path}.${keys.map(keyText).join("/")}`), rest.length === 1 ? rest[0] : rest);
      return;
    }
    const identity = isObject(item) ? IDENTITIES.find((keys) => keys.every((key) => key in item)) : undefined;
    if (isObject(item) && identity !== undefined) this.named(item, identity, path);
    else this.gather(item, `${path}.${index}`);
  }

  private named(item: Record<string, unknown>, identity: readonly string[], path: string): void {
    const own = this.name(`${path}.${identity.map((key) => String(item[key])).join("/")}`);
    const { body, ...rest } = Object.fromEntries(Object.entries(item).filter(([key]) => !identity.includes(key)));
    if (body !== undefined) this.leaves.set(own, body);
    this.gather(rest, own);
  }

  private name(path: string): string {
    const before = this.names.get(path) ?? 0;
    this.names.set(path, before + 1);
    return before === 0 ? path : `${path}#${before}`;
  }
}

function keyText(key: unknown): string {
  return typeof key === "number" ? `0x${key.toString(16)}` : String(key);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
