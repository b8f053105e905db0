package dev.gangway.artifacts.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectPathTest {

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("", "must not be empty"),
                Arguments.of("/", "empty part"),
                Arguments.of("/a", "empty part"),
                Arguments.of("a/", "empty part"),
                Arguments.of("a//b", "empty part"),
                Arguments.of("..", "the part .."),
                Arguments.of("uploads/default/../../checkpoints", "the part .."),
                Arguments.of("a/./b", "the part ."),
                Arguments.of("a\\..\\b", "backslash"),
                Arguments.of("a\u0000b", "control characters"),
                Arguments.of("a/\n", "control characters"),
                Arguments.of("a\u007fb", "control characters"),
                Arguments.of("a\u0085b", "control characters"),
                Arguments.of("a/\ud800", "halves of surrogate pairs"),
                Arguments.of("\udc00\ud800", "halves of surrogate pairs"),
                Arguments.of("ö".repeat(128), "255 bytes"),
                Arguments.of("ab/".repeat(400) + "c", "at most 1024 bytes"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPathThatIsNotWhatItLooksLikeIsRefusedWithTheReason(String path, String reason) {
        assertThat(ObjectPath.fault(path))
                .hasValueSatisfying(fault -> assertThat(fault).contains(reason));
        assertThat(ObjectPath.tryParse(path)).isEmpty();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectPath.parse(path))
                .withMessageContaining(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a b/ü/表.png", "Screenshot 12:30:05.png", "...", ".hidden/x", "a/\ud83d\ude00"})
    void whatPeopleCallTheirFilesComesBackAsItWas(String path) {
        assertThat(ObjectPath.parse(path).key()).isEqualTo(path);
        assertThat(ObjectPath.parseFolder(path + "/").prefix()).isEqualTo(path + "/");
    }

    @Test
    void theFolderOfAKeyIsThatOfItsFirstPartsWhateverFollows() {
        assertThat(ObjectPath.folderOf("uploads/default/7//../a.png", 3))
                .contains(ObjectPath.of("uploads", "default", "7"));
        assertThat(ObjectPath.folderOf("uploads/default/7", 3)).isEmpty();
        assertThat(ObjectPath.folderOf("uploads/../7/a.png", 3)).isEmpty();
    }

    @Test
    void aNameBesideAFolderIsNotWithinIt() {
        ObjectPath folder = ObjectPath.parse("uploads/default/7");

        assertThat(ObjectPath.parse("uploads/default/7/a.png").isWithin(folder)).isTrue();
        assertThat(ObjectPath.parse("uploads/default/77/a.png").isWithin(folder))
                .isFalse();
        assertThat(folder.isWithin(folder)).isFalse();
        assertThat(ObjectPath.parse("uploads/default/7/b/a.png").within(folder).key())
                .isEqualTo("b/a.png");
        assertThatIllegalArgumentException().isThrownBy(() -> folder.within(ObjectPath.of("checkpoints")));
    }

    @Test
    void nothingThatIsPutTogetherLeadsOut() {
        ObjectPath folder = ObjectPath.of("completions", "default");

        assertThat(folder.resolve("7", "a.png").key()).isEqualTo("completions/default/7/a.png");
        assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve("..", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> folder.resolve("7/../../x"));
    }

    @Test
    void numbersAreReadFromWholePartsOnly() {
        ObjectPath path = ObjectPath.parse("stage-2/step-00x/17");

        assertThat(path.number(0, "stage-", 4)).hasValue(2);
        assertThat(path.number(1, "step-", 12)).isEmpty();
        assertThat(path.number(2, "", 18)).hasValue(17);
        assertThat(path.number(2, "", 1)).isEmpty();
        assertThat(path.number(3, "", 18)).isEmpty();
        assertThat(ObjectPath.of("-1").number(0, "", 18)).isEmpty();
        assertThat(ObjectPath.of("١").number(0, "", 18)).isEmpty();
    }

    @Test
    void aFolderEndsWithASlash() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObjectPath.parseFolder("uploads/default"))
                .withMessageContaining("end with a slash");
        assertThatIllegalArgumentException().isThrownBy(() -> ObjectPath.parseFolder("uploads//"));
    }
}
