package org.wuduan.hub.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wuduan.contract.Diagnosis;

/** Diagnoses are found by code, name and sounds. */
class DiagnosisIndexTest {
    private static final DiagnosisIndex STARTER = new DiagnosisIndex(DiagnosisCodes.starter());

    @ParameterizedTest
    @CsvSource({
        "gxy, I10.x00x002",
        "GXY, I10.x00x002",
        "gaoxueya, I10.x00x002",
        "gaoxuey, I10.x00x002",
        "高血压, I10.x00x002",
        "高血压病3级, I10.x00x032",
        "i10, I10.x09",
        "I10.X05, I10.x05",
        "I11, I11.900",
        "2xtnb, E11.900",
        "2 型糖尿病, E11.900",
        "２型糖尿病, E11.900",
        "ｇｘｙ, I10.x00x002",
        "2dfscdzz, I44.100",
        "tnb, E14.900x001",
        "gzxz, E78.500",
        "yjhxt, R55.x01",
        "tongfeng, M10.900",
        "touyun, R42.x00x004",
        "fy, J18.900"
    })
    void what_a_doctor_types_finds_the_diagnosis(String typed, String code) {
        assertThat(STARTER.find(typed)).extracting(Diagnosis::code).contains(code);
    }

    @Test
    void every_reading_of_a_character_is_found() {
        var index = new DiagnosisIndex(List.of(line("D64", "贫血"), line("K92", "便血")));

        assertThat(index.find("pinxue")).hasSize(1);
        assertThat(index.find("pinxie")).hasSize(1);
        assertThat(index.find("bx")).extracting(Diagnosis::name).containsExactly("便血");
    }

    @Test
    void what_begins_with_the_words_comes_before_what_holds_them_and_the_shorter_before_the_longer() {
        var index = new DiagnosisIndex(List.of(line("A01", "继发性高血压"), line("A02", "高血压性心脏病"), line("A03", "高血压")));

        assertThat(index.find("gxy")).extracting(Diagnosis::code).containsExactly("A03", "A02", "A01");
        assertThat(index.find("高血压")).extracting(Diagnosis::code).containsExactly("A03", "A02", "A01");
    }

    @Test
    void initials_of_the_list_are_found_too() {
        var index = new DiagnosisIndex(List.of(new DiagnosisIndex.Line("I10", "原发性高血压", "hbp")));

        assertThat(index.find("hb")).hasSize(1);
    }

    @Test
    void twenty_are_shown_and_a_question_of_forty_characters_is_the_longest() {
        var lines = IntStream.range(0, 30)
                .mapToObj(n -> line("A%02d".formatted(n), "高血压"))
                .toList();

        assertThat(new DiagnosisIndex(lines).find("gxy")).hasSize(DiagnosisIndex.FOUND_MAX);
        assertThat(new DiagnosisIndex(List.of(line("A00", "高".repeat(41)))).find("高".repeat(DiagnosisIndex.WORDS_MAX)))
                .hasSize(1);
        assertThat(new DiagnosisIndex(List.of(line("A00", "高".repeat(41)))).find("高".repeat(41)))
                .isEmpty();
        assertThat(STARTER.find("  ")).isEmpty();
    }

    @Test
    void any_words_are_answered() {
        var random = new Random(20261129);
        for (int question = 0; question < 2_000; question++) {
            var words = random.ints(random.nextInt(12), 32, 0x9FFF)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(STARTER.find(words)).hasSizeLessThanOrEqualTo(DiagnosisIndex.FOUND_MAX);
        }
    }

    @Test
    void the_starter_list_has_its_codes_once_and_no_faulty_row() {
        assertThat(DiagnosisCodes.starter())
                .hasSize(15_750)
                .extracting(DiagnosisIndex.Line::code)
                .doesNotHaveDuplicates();
        assertThat(STARTER.holds(new Diagnosis("I10.x00", "特发性(原发性)高血压"))).isTrue();
        assertThat(STARTER.holds(new Diagnosis("I10.x00", "别的名字"))).isFalse();
    }

    private static DiagnosisIndex.Line line(String code, String name) {
        return new DiagnosisIndex.Line(code, name, null);
    }
}
