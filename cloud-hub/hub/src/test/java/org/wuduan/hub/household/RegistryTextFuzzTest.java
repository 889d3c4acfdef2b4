package org.wuduan.hub.household;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.LocalDate;

/** Any text whatever; runs its corpus in the build and really fuzzes with {@code JAZZER_FUZZ=1}. */
class RegistryTextFuzzTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    @FuzzTest
    void any_text_is_an_id_number_or_has_a_fault(FuzzedDataProvider any) {
        if (IdNumber.read(any.consumeRemainingAsString(), TODAY) instanceof IdNumber.Good(var number)) {
            assertThat(number.whole()).matches("[0-9]{17}[0-9X]");
            assertThat(number.birthDate()).isBeforeOrEqualTo(TODAY);
            assertThat(number.masked()).hasSize(IdNumber.LENGTH).contains("***********");
            assertThat(IdNumber.read(number.whole(), TODAY)).isEqualTo(new IdNumber.Good(number));
        }
    }

    @FuzzTest
    void any_text_is_a_name_or_none(FuzzedDataProvider any) {
        PersonName.read(any.consumeRemainingAsString()).ifPresent(name -> {
            assertThat(name).doesNotContainPattern("[\\p{Cntrl}<>&=;0-9]");
            assertThat(PersonName.read(name)).contains(name);
        });
    }

    @FuzzTest
    void any_text_is_a_telephone_number_or_none(FuzzedDataProvider any) {
        PhoneNumber.read(any.consumeRemainingAsString()).ifPresent(number -> {
            assertThat(number).matches("[0-9]{10,12}");
            assertThat(PhoneNumber.read(number)).contains(number);
        });
    }
}
