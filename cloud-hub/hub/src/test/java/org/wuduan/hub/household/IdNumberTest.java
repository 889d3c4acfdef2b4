package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wuduan.contract.Sex;
import org.wuduan.hub.household.IdNumber.Fault;

class IdNumberTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    /** The two examples that the standard itself prints (GB 11643-1999, annex). */
    @ParameterizedTest
    @CsvSource({"11010519491231002X, 1949-12-31, FEMALE", "440524188001010014, 1880-01-01, MALE"})
    void the_standards_own_examples_have_the_right_check_digit(String digits, LocalDate birth, Sex sex) {
        assertThat(IdNumber.checkDigit(digits)).isEqualTo(digits.charAt(17));
        if (birth.getYear() >= 1900) {
            var number = good(digits);
            assertThat(number.birthDate()).isEqualTo(birth);
            assertThat(number.sex()).isEqualTo(sex);
        } else {
            assertThat(fault(digits)).isEqualTo(Fault.BIRTH_DATE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"11010519491231002x", " 11010519491231002X\t", "１１０１０５１９４９１２３１００２Ｘ"})
    void a_small_x_spaces_around_and_full_width_digits_are_forgiven(String typed) {
        assertThat(good(typed).whole()).isEqualTo("11010519491231002X");
    }

    @ParameterizedTest
    @CsvSource({
        "'', LENGTH",
        "110105491231002, LENGTH",
        "11010519491231002, LENGTH",
        "11010519491231002XX, LENGTH",
        "1101051949123100 2X, LENGTH",
        "1101051949l231002X, CHARACTERS",
        "X1010519491231002X, CHARACTERS",
        "01010519491231002X, REGION",
        "99010519491231002X, REGION",
        "11010519490229002X, BIRTH_DATE",
        "11010519491301002X, BIRTH_DATE",
        "11010518991231002X, BIRTH_DATE",
        "11010520261123002X, BORN_IN_FUTURE",
        "110105194912310020, CHECK_DIGIT",
        "110105194912310021, CHECK_DIGIT"
    })
    void the_first_fault_is_named(String typed, Fault fault) {
        assertThat(fault(typed)).isEqualTo(fault);
    }

    @Test
    void who_is_born_today_has_a_number_and_who_is_born_tomorrow_has_none() {
        assertThat(good(withCheckDigit("11010520261122002")).birthDate()).isEqualTo(TODAY);
        assertThat(fault(withCheckDigit("11010520261123002"))).isEqualTo(Fault.BORN_IN_FUTURE);
    }

    @Test
    void the_mask_leaves_three_and_four_and_nothing_printed_shows_more() {
        var number = good("11010519491231002X");

        assertThat(number.masked()).isEqualTo("110***********002X").hasSize(IdNumber.LENGTH);
        assertThat(number.toString()).doesNotContain("1949");
        assertThat(new IdNumber.Good(number).toString()).doesNotContain("1949");
    }

    @Test
    void any_one_wrong_digit_and_any_two_neighbours_exchanged_are_noticed() {
        long seed = 11_643;
        var random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++) {
            var digits = somebodys(random);
            int place = random.nextInt(17);
            char other = (char) ('0' + (digits.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(IdNumber.read(digits.substring(0, place) + other + digits.substring(place + 1), TODAY))
                    .as("seed %d", seed)
                    .isInstanceOf(IdNumber.Wrong.class);
            int first = random.nextInt(16);
            var exchanged = digits.substring(0, first)
                    + digits.charAt(first + 1)
                    + digits.charAt(first)
                    + digits.substring(first + 2);
            if (!exchanged.equals(digits)) {
                assertThat(IdNumber.read(exchanged, TODAY)).as("seed %d", seed).isInstanceOf(IdNumber.Wrong.class);
            }
        }
    }

    /** A number of nobody known, with a right check digit. */
    static String somebodys(SplittableRandom random) {
        var birth = LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000));
        return withCheckDigit("33%04d%s%03d"
                .formatted(100 + random.nextInt(9_000), birth.toString().replace("-", ""), random.nextInt(1_000)));
    }

    static String withCheckDigit(String seventeen) {
        return seventeen + IdNumber.checkDigit(seventeen);
    }

    private static IdNumber good(String typed) {
        assertThat(IdNumber.read(typed, TODAY)).isInstanceOf(IdNumber.Good.class);
        return ((IdNumber.Good) IdNumber.read(typed, TODAY)).number();
    }

    private static Fault fault(String typed) {
        assertThat(IdNumber.read(typed, TODAY)).isInstanceOf(IdNumber.Wrong.class);
        return ((IdNumber.Wrong) IdNumber.read(typed, TODAY)).fault();
    }
}
