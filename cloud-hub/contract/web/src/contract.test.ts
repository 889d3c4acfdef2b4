import { readFileSync, readdirSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import addFormatsModule from "ajv-formats";
import { expect, test } from "vitest";
import { generate } from "../generate.mjs";

const CONTRACT = new URL("../../", import.meta.url);
const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, CONTRACT), "utf8"));
const schemaFiles = readdirSync(new URL("schemas/", CONTRACT)).sort();
const exampleNames = readdirSync(new URL("examples/", CONTRACT)).map((f) =>
  f.replace(/\.json$/, ""),
);

interface Schema {
  $id: string;
  $defs?: Record<string, { type?: string; $ref?: string }>;
}
const schemas = schemaFiles.map((file) => ({ file, schema: json(`schemas/${file}`) as Schema }));
const ajv = new Ajv2020({ allErrors: true, strict: true });
addFormatsModule.default(ajv);
for (const { schema } of schemas) ajv.addSchema(schema);

function schemaOf(name: string): string {
  const home = schemas.find(({ schema }) => schema.$defs?.[name]);
  if (!home) throw new Error(`no definition is called ${name}`);
  return `${home.schema.$id}#/$defs/${name}`;
}

test.each(exampleNames)("the example %s is valid", (name) => {
  const valid = ajv.validate(schemaOf(name), json(`examples/${name}.json`));

  expect(valid, JSON.stringify(ajv.errors)).toBe(true);
});

test.each(schemas.filter(({ file }) => file !== "common.schema.json"))(
  "every message of $file has an example",
  ({ schema }) => {
    expect(exampleNames).toEqual(expect.arrayContaining(Object.keys(schema.$defs ?? {})));
  },
);

test("an unknown property is refused", () => {
  const hello = { ...(json("examples/Hello.json") as object), surprise: 1 };

  expect(ajv.validate(schemaOf("Hello"), hello)).toBe(false);
});

test("the TypeScript types are those that the schemas generate", async () => {
  const written = readFileSync(new URL("web/src/messages.ts", CONTRACT), "utf8");

  expect(await generate()).toBe(written);
});
