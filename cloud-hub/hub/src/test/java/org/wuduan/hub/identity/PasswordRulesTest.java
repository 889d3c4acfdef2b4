package org.wuduan.hub.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which passwords may be chosen. */
class PasswordRulesTest {
    private static boolean tooEasy(String password) {
        return PasswordRules.tooEasy(password, "zhao.ming", "演示·赵明");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1234567890",
                "0987654321",
                "password123",
                "P@ssw0rd2024",
                "qwertyuiop",
                "1qaz2wsx3edc",
                "aaaaaaaaaaaa",
                "abcabcabcabc",
                "woaini1314520",
                "Admin@123456",
                "hospital2026",
                "doctor-1doctor-1",
                "zhao.ming2026",
                "gnim.oahz1",
                "演示·赵明12345",
                "五端五端五端五端",
                "19481001198"
            })
    void what_guessers_try_first_is_too_easy(String password) {
        assertThat(tooEasy(password)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kuai7-ma4-Sheng",
                "correct horse battery staple",
                "春眠不觉晓处处闻啼鸟夜来",
                "tR7#plm0-vw",
                "a password of this town"
            })
    void what_a_person_can_remember_and_a_guesser_cannot_find_is_taken(String password) {
        assertThat(tooEasy(password)).isFalse();
    }

    @Test
    void ten_characters_are_enough_and_nine_are_not() {
        assertThat(tooEasy("x7Kq#mz2Rw")).isFalse();
        assertThat(tooEasy("x7Kq#mz2R")).isTrue();
    }

    @Test
    void two_hundred_characters_are_taken_and_one_more_is_not() {
        var long200 = "x7Kq#mz2Rw".repeat(20);
        assertThat(tooEasy(long200)).isFalse();
        assertThat(tooEasy(long200 + "y")).isTrue();
    }

    @Test
    void a_character_outside_the_basic_plane_counts_once() {
        assertThat(tooEasy("𠀀𠀁𠀂𠀃𠀄")).isTrue();
    }
}
