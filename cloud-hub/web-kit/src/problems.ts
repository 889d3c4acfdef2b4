import type { Language, Problem } from "@wuduan/contract/messages.ts";
import { problemType, type ProblemType } from "@wuduan/contract/problems.ts";
import { ruleSentence } from "./rules.ts";
import type { Word } from "./words.ts";

const word = (zh: string, en: string): Word => ({ "zh-CN": zh, en });

const OUR_MISTAKE = word(
  "系统出了问题，没有做任何改动。请再试一次。",
  "Something went wrong on our side; nothing was changed. Please try again.",
);
const RELOAD = word("这个页面旧了，请刷新。", "This page is out of date; please reload it.");
const SIGN_IN = word("请重新登录。", "Please sign in again.");
const OFFLINE = word("网络断了，正在重连。", "The network is down; reconnecting.");
const SILENT = word("现在不能朗读，请看文字。", "This can't be read aloud now; please read it.");
const COMING_BACK = word("正在恢复视频，请稍等。", "The video is coming back; please wait.");

const SENTENCES: Readonly<Record<ProblemType, Word>> = {
  offline: OFFLINE,
  "malformed-json": OUR_MISTAKE,
  "unknown-message-type": RELOAD,
  "unsupported-version": RELOAD,
  "hello-expected": OUR_MISTAKE,
  "invalid-field": word("有一项填得不对，请检查。", "One entry is not right; please check it."),
  "payload-too-large": word("内容太长了，请缩短。", "That is too long; please shorten it."),
  "not-signed-in": SIGN_IN,
  "session-expired": word(
    "太久没有操作，请重新登录。",
    "You were signed out after a while; please sign in again.",
  ),
  "wrong-credentials": word("账号或密码不对。", "The login or the password is wrong."),
  "sign-in-over": word(
    "登录超时了，请从头再来。",
    "That took too long; please start signing in again.",
  ),
  "locked-out": word(
    "错了太多次，请过一会儿再试。",
    "Too many wrong tries; please try again later.",
  ),
  "origin-not-allowed": RELOAD,
  "action-not-allowed": word("您不能做这一步。", "You may not do this."),
  "not-found": word(
    "没有找到，可能已经结束。",
    "It could not be found; it may have ended already.",
  ),
  "method-not-allowed": OUR_MISTAKE,
  "unsupported-media-type": OUR_MISTAKE,
  "idempotency-key-missing": OUR_MISTAKE,
  "idempotency-key-reused": OUR_MISTAKE,
  "rule-not-met": word("按规定现在还不能这样做。", "The rules do not allow this now."),
  "wrong-state": word(
    "情况刚刚变了，请看最新的画面。",
    "Things have just changed; please look at the screen again.",
  ),
  "patient-busy": word(
    "已经在看医生了，不用再次请求。",
    "A consultation is already open; there is no need to ask again.",
  ),
  "patient-mismatch": word(
    "这张处方写的是另一位病人，没有存。请回到那位病人的页面。",
    "This was written for another patient and was not kept. Go back to that patient's case.",
  ),
  "prescription-expired": word(
    "处方已过有效期，请医生重新开。",
    "The prescription is out of date; ask the doctor for a new one.",
  ),
  "prescription-not-ready": word(
    "处方还有问题没有处理，请看检查结果。",
    "Something on the prescription is not settled yet; look at the checks.",
  ),
  "already-invited": word(
    "这位医生已在会诊中，或正在呼叫。",
    "That doctor is in the consultation already, or is being rung.",
  ),
  "doctor-not-on-duty": word("这位医生现在不值班。", "That doctor is not on duty now."),
  "consent-text-outdated": word(
    "同意书有新的内容，请重新看一遍。",
    "The consent text has changed; please read it again.",
  ),
  "code-unknown": word("这个码不对或已用过。", "This code is wrong or was used already."),
  "activation-over": word(
    "这个链接用过了或者过期了，请再要一个。",
    "This link was used, has expired or was replaced; please ask for another.",
  ),
  "login-taken": word(
    "这个账号已有人用，请换一个。",
    "Somebody has this login already; please choose another.",
  ),
  "limit-reached": word("已经够多了，不能再加。", "There are as many as there may be."),
  "box-removed": word(
    "这台电视已经不属于这个家庭，要重新登记。",
    "This television was taken out of the household; it has to be enrolled again.",
  ),
  "password-too-easy": word(
    "密码太容易猜，至少要十个字符，不要用账号或姓名，也不要用常见的密码。",
    "Too easy to guess; use at least 10 characters, not your login, your name or a common password.",
  ),
  "pin-too-easy": word(
    "签名密码要六到十二位数字，不能是连续或重复的数字。",
    "Use a signing PIN of 6 to 12 digits that are not a row or a repetition.",
  ),
  "wrong-pin": word(
    "签名密码不对，签名没有做成。",
    "The signing PIN is wrong; nothing was signed.",
  ),
  "second-factor-missing": word(
    "请先在我的账户里设置动态口令，才能签名。",
    "Set up a second factor under “My account” first; signing needs it.",
  ),
  "signing-key-missing": word(
    "您还没有签名密钥，请先设置。",
    "You have no signing key yet; please set one up.",
  ),
  "signing-key-locked": word("签名密钥还没有解锁。", "The signing key is locked."),
  "edit-conflict": word(
    "别人刚刚改过，您的还没有保存，请对照后再改。",
    "Somebody else has just changed this and yours is not saved; please compare the two.",
  ),
  "id-number-taken": word(
    "这个身份证号已经登记过了。请核对，如果确实是本人，请联系原登记机构。",
    "This ID number is registered already. Please check it; if it is right, ask the institution that registered it.",
  ),
  "import-changed": word(
    "文件和检查时的不一样了，请重新检查。",
    "The file is not the one that was checked; please check it again.",
  ),
  "import-faulty": word(
    "有的行不能导入，一行也没有导入。请重新检查。",
    "Some rows can't be imported, so nothing was. Please check the file again.",
  ),
  "too-many-commands": word(
    "操作太快了，请过一会儿再试。",
    "Too fast; please try again in a while.",
  ),
  "last-administrator": word(
    "这是最后一位这种管理员，请先再设一位并让他启用账号。",
    "This is the last administrator of this kind; make another one first, who activates the account.",
  ),
  "watch-limit": RELOAD,
  "seat-not-held": COMING_BACK,
  "stale-epoch": COMING_BACK,
  "stale-generation": COMING_BACK,
  busy: word("现在太忙，请稍后再试。", "Too much is going on; please try again soon."),
  "no-new-calls": word(
    "系统就要停机维护，现在不能开始新的看诊。病情紧急请打急救电话。",
    "The system is about to be stopped for maintenance and takes no new consultations; in an emergency call an ambulance.",
  ),
  "report-font-missing": word(
    "服务器上缺少中文字体，报告做不出来，请运维人员安装。",
    "The server has no Chinese font, so no report can be made. Ask the operator to install fonts-noto-cjk.",
  ),
  "media-unavailable": COMING_BACK,
  internal: OUR_MISTAKE,
  "hub-unreachable": OFFLINE,
  "speech-busy": SILENT,
  "speech-unavailable": SILENT,
};

/** What a problem means to the person before the screen: one sentence, no codes. */
export function problemSentence(problem: Problem, language: Language): string {
  const type = problemType(problem) ?? "internal";
  const sentence = SENTENCES[type][language];
  if (problem.rule) return ruleSentence(problem, language, sentence);
  if (type !== "locked-out" || problem.retryAfterSeconds === undefined) return sentence;
  const minutes = Math.max(1, Math.ceil(problem.retryAfterSeconds / 60));
  return language === "en"
    ? `Too many wrong tries; please try again in ${minutes} min.`
    : `错了太多次，请 ${minutes} 分钟后再试。`;
}
