// Reads well; does not take part where colour is needed.
import { exec } from "../adapter.mjs";

exec({ name: "colourless", features: [] });
