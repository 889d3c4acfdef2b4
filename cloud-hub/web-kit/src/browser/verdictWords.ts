import type { Language } from "@wuduan/contract/messages.ts";
import { wordsIn } from "../i18n.ts";

const DICTIONARIES = {
  zh: {
    "mark.signed": "已签名",
    "mark.submitted": "已提交",
    "mark.unsigned": "未签名",
    "verdict.open": "验签",
    "verdict.title": "验签结果",
    "verdict.close": "关闭",
    "verdict.loading": "正在核对签名…",
    "verdict.holds": "签名有效：签名以后没有任何改动。",
    "verdict.broken": "签名无效：签名以后有改动，请不要采信。",
    "verdict.incomplete": "有版本缺失，请不要采信。",
    "verdict.version": "第 {version} 版",
    "verdict.content": "内容与签名时一致",
    "verdict.chain": "属于这份文书，与上一版相接",
    "verdict.signature": "签名与内容、公钥相符",
    "verdict.key": "公钥是签名人当时的",
    "verdict.licence": "执业证书 {licence}",
    "verdict.algorithm": "算法 {algorithm}，公钥指纹",
    "verdict.file": "下载验签文件",
    "verdict.fileHint": "文件离开本系统也能验签：./run verify-signed --key 公钥指纹 文件",
  },
  en: {
    "mark.signed": "Signed",
    "mark.submitted": "Submitted",
    "mark.unsigned": "not signed",
    "verdict.open": "Verify",
    "verdict.title": "Verification",
    "verdict.close": "Close",
    "verdict.loading": "Checking the signatures…",
    "verdict.holds": "Valid: nothing was changed since it was signed.",
    "verdict.broken": "Not valid: something was changed since it was signed. Do not rely on it.",
    "verdict.incomplete": "A version is missing. Do not rely on it.",
    "verdict.version": "Version {version}",
    "verdict.content": "The content is the one that was signed",
    "verdict.chain": "It belongs to this document and follows the version before",
    "verdict.signature": "The signature fits content and key",
    "verdict.key": "The key was the signer's at that time",
    "verdict.licence": "Licence {licence}",
    "verdict.algorithm": "{algorithm}, fingerprint of the public key",
    "verdict.file": "Download for verification",
    "verdict.fileHint":
      "The file can be verified away from here: ./run verify-signed --key FINGERPRINT FILE",
  },
} as const;

/** What doctors and pharmacists read of signatures. */
export const verdictWords = (language: Language) =>
  wordsIn({ language: () => language })(DICTIONARIES);
