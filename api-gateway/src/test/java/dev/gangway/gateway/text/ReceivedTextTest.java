package dev.gangway.gateway.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedTextTest {

    @Test
    void textOfAnyScriptIsTaken() {
        assertThat(ReceivedText.fault("Größe 二 \uD83D\uDE00\n", 20)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD800", "a\uDC00", "\uD83Dx\uDE00", "\uDE00\uD83D", "ok\uD83D\uDE00\uD83D"})
    void halfASurrogatePairIsNoText(String text) {
        assertThat(ReceivedText.fault(text, 20).orElseThrow()).contains("half of a surrogate pair");
    }

    @Test
    void textWithNulOrTooManyCharactersIsRefused() {
        assertThat(ReceivedText.fault("a\0b", 20)).hasValue("must not hold the character NUL");
        assertThat(ReceivedText.fault("abc", 2)).hasValue("must have at most 2 characters, not 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1//datasets",
                "//v1/datasets",
                "/v1/x/../datasets",
                "/v1/./datasets",
                "/v1/..",
                "/..",
                "/v1;a=b/datasets",
                "/v1/datasets;a=b",
                "/v1/%2e%2e/datasets",
                "/v1/.%2E/datasets",
                "/v1/%2e/datasets",
                "/v1/a%2fb",
                "/v1/a%5Cb",
                "/v1/a\\b",
                "/v1/%3b",
                "/v1/a%00",
                "/v1/a%0a",
                "/v1/%252e%252e/datasets",
                "/v1/a%252fb",
                "/v1/%zz",
                "/v1/%2",
                "/v1/%",
                "/v1/%ff",
                "/v1/%ED%A0%80",
                "/v1/%c0%ae",
                "/v1/\u00fc",
                "/v1/a b",
                "/v1#x",
                "v1",
                "*",
                "http://a/v1",
                ""
            })
    void anAddressThatCanBeReadInTwoWaysIsRefused(String target) {
        assertThatThrownBy(() -> RequestAddress.parse(target)).isInstanceOf(RequestAddress.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/?a=%zz", "/?a=%ff", "/?a=%00", "/?a=%ED%A0%80", "/?%00=a", "/?a=\u00fc", "/?a=1&b=%"})
    void aQueryThatIsNoTextIsRefused(String target) {
        assertThatThrownBy(() -> RequestAddress.parse(target)).isInstanceOf(RequestAddress.Malformed.class);
    }

    @Test
    void anAddressIsReadIntoItsParts() {
        RequestAddress address = RequestAddress.parse("/v1/gr%C3%B6%C3%9Fe/a.b..c/?q=a+b%2Bc&empty=&flag");
        assertThat(address.path()).isEqualTo(List.of("v1", "größe", "a.b..c", ""));
        assertThat(address.query())
                .containsExactly(Map.entry("q", "a b+c"), Map.entry("empty", ""), Map.entry("flag", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1", "01", "-0", "١", "１", " 1", "1 ", "", "1.0", "0x1", "9223372036854775808"})
    void aNumberIsWrittenInOneWay(String text) {
        assertThatThrownBy(() -> ReceivedValue.number(text)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceivedValue.integer(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsAndTimesAreWrittenInOneWay() {
        assertThat(ReceivedValue.number("-12")).isEqualTo(-12);
        assertThat(ReceivedValue.time("2026-01-02T03:04:05Z")).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThatThrownBy(() -> ReceivedValue.id("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceivedValue.time("+1000000000-12-31T23:59:59Z"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ReceivedValue.time("yesterday")).isInstanceOf(IllegalArgumentException.class);
    }
}
