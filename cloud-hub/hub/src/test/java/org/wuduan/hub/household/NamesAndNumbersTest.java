package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesAndNumbersTest {
    @ParameterizedTest
    @CsvSource({
        "王秀英, 王秀英",
        "'  欧阳建国 ', 欧阳建国",
        "买买提·吐尔逊, 买买提·吐尔逊",
        "买买提•吐尔逊, 买买提·吐尔逊",
        "买买提・吐尔逊, 买买提·吐尔逊",
        "买买提 · 吐尔逊, 买买提·吐尔逊",
        "阿卜杜拉·买买提·吐尔逊, 阿卜杜拉·买买提·吐尔逊",
        "𠮷田花子, 𠮷田花子",
        "㛃静, 㛃静",
        "王　英, 王英",
        "王  英, 王英",
        "José O’Neill-García, José O’Neill-García",
        "Anna  van der Berg, Anna van der Berg",
        "李〇, 李〇"
    })
    void names_of_all_peoples_are_kept_with_one_kind_of_dot(String typed, String kept) {
        assertThat(PersonName.read(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "王",
                "·王秀英",
                "王秀英·",
                "王··英",
                "王秀英1",
                "王秀英女士!",
                "=王秀英",
                "<b>王</b>",
                "王秀英😀",
                "王 Smith",
                "\u0000王英"
            })
    void what_is_no_name_is_refused(String typed) {
        assertThat(PersonName.read(typed)).isEmpty();
    }

    @Test
    void a_name_has_at_most_sixty_four_characters_however_they_are_stored() {
        assertThat(PersonName.read("𠮷".repeat(PersonName.LENGTH_MAX))).isPresent();
        assertThat(PersonName.read("𠮷".repeat(PersonName.LENGTH_MAX + 1))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "13800138000, 13800138000",
        "+86 138-0013-8000, 13800138000",
        "008613800138000, 13800138000",
        "１３８００１３８０００, 13800138000",
        "010-62345678, 01062345678",
        "(0571) 8765 4321, 057187654321",
        "0576-8456123, 05768456123"
    })
    void mobile_and_fixed_numbers_are_kept_as_digits(String typed, String kept) {
        assertThat(PhoneNumber.read(typed)).contains(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1380013800",
                "138001380000",
                "12800138000",
                "62345678",
                "0571-123",
                "+1 212 555 0100",
                "13800138000a"
            })
    void what_nobody_in_china_can_be_called_by_is_refused(String typed) {
        assertThat(PhoneNumber.read(typed)).isEmpty();
    }
}
