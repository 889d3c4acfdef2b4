package org.wuduan.hub.consultation;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wuduan.contract.Answers;
import org.wuduan.contract.Language;

/** The consent text in force. A changed text gets a new version; the old one stays known by the records that name it. */
@Component
class ConsentTexts {
    private static final String VERSION = "home-consultation-2";
    private static final Map<Language, Answers.ConsentText> CURRENT = Map.of(
            Language.ZH_CN,
            new Answers.ConsentText(
                    VERSION,
                    Language.ZH_CN,
                    "视频看病同意书",
                    List.of(
                            "医生会通过电视和您说话，看到您的图像，听到您的声音。",
                            "接了您请求的医生，能看到您的病历（以前的病、用药、过敏和文书）和最近量的血压、心率、血氧等。",
                            "需要时，医生会请上级医院的医生一起看。您的孩子也可以一起听。",
                            "视频看病不能代替当面检查。情况变了，医生会请您去医院，或者叫 120。",
                            "您随时可以结束。谁看过您的资料，都有记录。")),
            Language.EN,
            new Answers.ConsentText(
                    VERSION,
                    Language.EN,
                    "Consent to a video consultation",
                    List.of(
                            "The doctor speaks with you through the television, sees your picture and hears your voice.",
                            "The doctor who takes your request sees your record (earlier illnesses, medicines, allergies,"
                                    + " documents) and your recent blood pressure, heart rate, oxygen and other values.",
                            "If needed, the doctor asks doctors of other hospitals to join. Your child may listen too.",
                            "A video consultation does not replace an examination. If things change, the doctor sends"
                                    + " you to a hospital or calls an ambulance.",
                            "You can end it at any time. Whoever opens your data is recorded.")));

    Answers.ConsentText current(Language language) {
        var text = CURRENT.get(language);
        if (text == null) {
            throw new IllegalStateException("no consent text in " + language);
        }
        return text;
    }
}
