/** The octets of an image and, where a page of it lies packed, beside them those that come out. */

import { blobSource, type Source } from "../source.ts";
import { byId } from "./dom.ts";
import { HexView, type Span } from "./hex-view.ts";

export class OctetsPane {
  readonly image: HexView;
  private readonly page = new HexView("Octets of the page, unpacked", (at) => this.page.select({ at, length: 1 }));

  /** `onPick` hears the offset in the image of the octet that the user picked. */
  constructor(onPick: (at: number) => void) {
    this.image = new HexView("Octets of the image", onPick);
    byId("octets").append(this.image.root);
    byId("page-octets").append(this.page.root);
    byId("show-image").addEventListener("click", () => this.choose("image"));
    byId("show-page").addEventListener("click", () => this.choose("page"));
  }

  show(source: Source): void {
    this.image.show(source);
    this.closePage();
  }

  select(span: Span, cursor?: number): void {
    this.closePage();
    this.image.select(span, cursor);
  }

  /** Shows what came out of a frame, until something else is selected. */
  openPage(name: string, octets: Uint8Array): void {
    byId("show-page").textContent = name;
    byId("show-page").hidden = false;
    this.choose("page");
    this.page.show(blobSource(name, new Blob([octets.slice()])));
  }

  private closePage(): void {
    byId("show-page").hidden = true;
    this.choose("image");
  }

  private choose(which: "image" | "page"): void {
    for (const one of ["image", "page"]) byId(`show-${one}`).setAttribute("aria-pressed", String(one === which));
    byId("octets").hidden = which === "page";
    byId("page-octets").hidden = which === "image";
  }
}
