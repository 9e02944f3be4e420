// Says what its first word tells it to say of itself; lies in other ways than being wrong about an image.
const [lie, verb] = process.argv.slice(2);
const honest = {
  protocol: 1,
  name: "liar",
  version: "1",
  editions: ["v3"],
  roles: ["reader"],
  features: [],
  choices: {},
  values: ["domain"],
};
const lies = {
  status: () => process.exit(7),
  words: () => console.log("I am an adapter"),
  twice: () => console.log(JSON.stringify(honest).replace("{", '{"name":"other",')),
  protocol: () => console.log(JSON.stringify({ ...honest, protocol: 2 })),
  edition: () => console.log(JSON.stringify({ ...honest, editions: ["v9"] })),
  role: () => console.log(JSON.stringify({ ...honest, roles: ["judge"] })),
  feature: () => console.log(JSON.stringify({ ...honest, features: ["telepathy"] })),
  value: () => console.log(JSON.stringify({ ...honest, values: ["soul"] })),
  option: () => console.log(JSON.stringify({ ...honest, choices: { "note-limit": "perhaps" } })),
  key: () => console.log(JSON.stringify({ ...honest, certified: true })),
  silence: () => setInterval(() => {}, 1000),
  serve: () => (verb === "about" ? console.log(JSON.stringify({ ...honest, serve: true })) : process.exit(9)),
  fork: () => console.log(JSON.stringify({ ...honest, "x-fork": 1, window: 64 })),
};
lies[lie]();
