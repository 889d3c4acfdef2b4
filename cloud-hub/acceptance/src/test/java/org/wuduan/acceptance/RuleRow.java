package org.wuduan.acceptance;

/**
 * One rule of the law in the browser: what is refused by it, and what it is satisfied by.
 *
 * @param rule id in the hub's rules
 * @param source part of its source that the screen must show
 * @param against what the person does that the rule forbids; afterwards the page shows a refusal
 * @param within what the person does instead
 */
record RuleRow(String rule, String source, Terminal terminal, Runnable against, Runnable within) {

    /** Refused with the source on the screen, pictured, then satisfied. */
    void tell(Browsers browsers, String story) {
        against.run();
        var refusal = "[data-rule='%s'][data-problem='rule-not-met']".formatted(rule);
        Patience.until(
                "the page names " + rule,
                () -> terminal.shows(refusal)
                        && terminal.find(refusal).first().innerText().contains(source));
        browsers.screenshots(story, rule);
        within.run();
    }
}
