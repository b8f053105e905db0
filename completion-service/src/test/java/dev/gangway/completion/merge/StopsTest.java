package dev.gangway.completion.merge;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class StopsTest {

    @Test
    void aReportThatNobodyWaitsForIsGivenUp() {
        assertThatThrownBy(() -> Stops.check(() -> true)).isInstanceOf(CancellationException.class);
        assertThatCode(() -> Stops.check(() -> false)).doesNotThrowAnyException();
    }
}
