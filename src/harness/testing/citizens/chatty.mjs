// Tells on standard output what it is doing.
import { answer, exec } from "../adapter.mjs";

exec({ name: "chatty" }, (request) => {
  console.log(`reading ${request.image ?? request.stream}`);
  return answer(request);
});
