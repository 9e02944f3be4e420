// Reads well; does not take part where colour is needed.
import { answer, steady } from "../adapter.mjs";

steady({ name: "colourless", features: [] }, answer);
