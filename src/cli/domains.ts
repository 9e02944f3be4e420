import { memoryText, withBackend } from "./place.ts";
import { print } from "./terminal.ts";

/** `dsi domains URI`: the guests that can be saved there. Those of v86 live in the process that starts them. */
export function domains(uri: string): Promise<number> {
  return withBackend(uri, async (backend) => {
    const { ramPages } = await import("../hypervisor/index.ts");
    for (const { id, status, machine } of await backend.domains())
      await print(`${id}  ${status}  ${memoryText(ramPages(machine))}\n`);
    for (const [name, what] of Object.entries(backend.guests)) await print(`${backend.id}:${name}  ${what}\n`);
    return 0;
  });
}
