package dev.gangway.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.gateway.text.ReceivedValue;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorTest {

    private static final Instant TIME = Instant.parse("2026-01-02T03:04:05.000006Z");
    private static final UUID ID = UUID.fromString("0b8f6f0e-3d43-4b58-9d2f-6c2f5d3a1c11");

    @Test
    void aCursorSurvivesTheWayThroughTheClient() {
        Cursor back = Cursor.fromString(Cursor.of(TIME, ID).toString());
        assertThat(back.part(0, ReceivedValue::time)).isEqualTo(TIME);
        assertThat(back.part(1, ReceivedValue::id)).isEqualTo(ID);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        Cursor other = Cursor.fromString(Cursor.of("cifar").toString());
        assertThatThrownBy(() -> other.part(0, ReceivedValue::time)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> other.part(1, ReceivedValue::id)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> Cursor.fromString("!")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPageTellsWhetherAnotherFollows() {
        assertThat(Page.of(List.of(1, 2), 2, Cursor::of).next()).isNull();
        Page<Integer> first = Page.of(List.of(1, 2, 3), 2, Cursor::of);
        assertThat(first.items()).containsExactly(1, 2);
        assertThat(first.next()).isEqualTo(Cursor.of(2));
    }
}
