/**
 * Writes src/messages.ts from the JSON Schemas: `node generate.mjs`.
 * All definitions are merged into one schema first, because their names are unique across the files.
 */
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { compile } from "json-schema-to-typescript";

const SCHEMAS = new URL("../schemas/", import.meta.url);
const OUT = new URL("./src/messages.ts", import.meta.url);

const isUnion = (schema) => Array.isArray(schema.oneOf);

function allDefinitions() {
  const merged = {};
  for (const file of readdirSync(SCHEMAS).sort()) {
    const schema = JSON.parse(readFileSync(new URL(file, SCHEMAS), "utf8"));
    Object.assign(merged, schema.$defs);
    if (isUnion(schema) && schema.title) {
      merged[schema.title] = {
        description: schema.description ?? "",
        oneOf: schema.oneOf,
      };
    }
  }
  return merged;
}

/** Rewrites "file.schema.json#/$defs/X" and "view.schema.json" to "#/$defs/…". */
function localReferences(text) {
  return text
    .replaceAll(/"\$ref":"[a-z-]+\.schema\.json#/g, '"$ref":"#')
    .replaceAll('"$ref":"view.schema.json"', '"$ref":"#/$defs/View"');
}

export async function generate() {
  const definitions = JSON.parse(localReferences(JSON.stringify(allDefinitions())));
  const root = { title: "Contract", type: "object", $defs: definitions };
  const types = await compile(root, "Contract", {
    additionalProperties: false,
    bannerComment: "// Generated from ../../schemas by ../generate.mjs; do not edit.",
    ignoreMinAndMaxItems: true,
    unreachableDefinitions: true,
    style: { printWidth: 100 },
  });
  return types
    .replace(/export interface Contract \{\}\n/, "")
    .replaceAll(/ \*\n \* This interface was referenced by[^\n]*\n[^\n]*\n/g, "")
    .replaceAll(/\/\*\*\n \* This interface was referenced by[^\n]*\n[^\n]*\n \*\/\n/g, "");
}

if (process.argv[1] && import.meta.url === new URL(process.argv[1], "file:").href) {
  writeFileSync(OUT, await generate());
}
