package org.wuduan.hub.consultation;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.wuduan.contract.Language;
import org.wuduan.hub.shared.Outcome;
import org.wuduan.hub.shared.ProblemAnswers;
import org.wuduan.hub.shared.Refused;

/** The text that is shown, read aloud and agreed to. */
@RestController
class ConsentTextEndpoint {
    private final ConsentTexts texts;

    ConsentTextEndpoint(ConsentTexts texts) {
        this.texts = texts;
    }

    @GetMapping("/api/consent-text")
    ResponseEntity<String> current(@RequestParam("language") String language) {
        return switch (language) {
            case "zh-CN" -> ProblemAnswers.of(Outcome.of(texts.current(Language.ZH_CN)), 200);
            case "en" -> ProblemAnswers.of(Outcome.of(texts.current(Language.EN)), 200);
            default -> ProblemAnswers.of(Refused.field("language"), 422);
        };
    }
}
