import { SignatureMark as Mark, type Marked } from "@wuduan/web-kit/browser/SignatureMark.tsx";
import { useVerifier } from "./signatory.ts";
import "./signing.css";

export function SignatureMark(props: Marked) {
  return <Mark {...props} {...useVerifier()} />;
}
