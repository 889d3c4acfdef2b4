package org.wuduan.hub.identity;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Locale;

/**
 * What a new password must be (GB/T 22239-2019 level 3 asks for complexity, OWASP ASVS 5 for length and resistance to
 * guessing instead of kinds of characters): long enough, hard to guess for whoever knows the usual lists, words of this
 * product and the person's own login and name. The one place; passwords that were set before are not looked at.
 */
public final class PasswordRules {
    /** Fewest characters, as people count them. */
    public static final int CHARACTERS_MIN = 10;

    /** Most characters: the check of a password costs memory and time. */
    public static final int CHARACTERS_MAX = 200;

    /** Of 0 to 4; 3 means that more than 100 million guesses are needed by the meter's own count. */
    private static final int SCORE_MIN = 3;

    /** The meter's time grows with the square of the length; what is hard to guess up to here stays so. */
    private static final int METERED_MAX = 64;

    private static final List<String> OUR_WORDS = List.of(
            "wuduan",
            "五端",
            "yisheng",
            "医生",
            "doctor",
            "yiyuan",
            "医院",
            "hospital",
            "mima",
            "密码",
            "woaini",
            "zhongguo",
            "yiliao",
            "jiankang",
            "健康",
            "admin",
            "guanliyuan",
            "管理员");

    private static final Zxcvbn METER = new Zxcvbn();

    private PasswordRules() {}

    /**
     * Whether a password may not be chosen.
     *
     * @param login of the account
     * @param name of the person
     */
    public static boolean tooEasy(String password, String login, String name) {
        int characters = password.codePointCount(0, password.length());
        if (characters < CHARACTERS_MIN || characters > CHARACTERS_MAX) {
            return true;
        }
        var metered = password.substring(0, Math.min(password.length(), METERED_MAX));
        var known = new java.util.ArrayList<>(OUR_WORDS);
        known.add(login.toLowerCase(Locale.ROOT));
        known.add(name.toLowerCase(Locale.ROOT));
        return METER.measure(metered, known).getScore() < SCORE_MIN;
    }
}
