/** Thrown when a name means nothing here, or what it means cannot be read. */
export class SideError extends Error {
  override readonly name = "SideError";
}
