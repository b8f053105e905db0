package dev.gangway.gateway.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.gateway.job.RefusedException;
import org.junit.jupiter.api.Test;

class CrowdTest {

    private final Crowd bodies = new Crowd("bodies on their way", 5, 3);
    private final Stock bytes = new Stock(5, 3);

    @Test
    void oneAddressHasOnlySoManyAndTheOthersTheRest() {
        for (int i = 0; i < 3; i++) {
            bodies.enter("192.0.2.1");
        }
        assertThatThrownBy(() -> bodies.enter("192.0.2.1")).isInstanceOfSatisfying(RefusedException.class, refused -> {
            assertThat(refused.reason()).isEqualTo(RefusedException.Reason.TOO_MANY);
            assertThat(refused.retryAfter()).isPresent();
        });
        bodies.enter("192.0.2.2");
        bodies.enter("192.0.2.2");
        assertThatThrownBy(() -> bodies.enter("192.0.2.3"))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusedException.Reason.SATURATED));
        bodies.leave("192.0.2.1");
        bodies.enter("192.0.2.1");
        assertThat(bodies.size()).isEqualTo(5);
    }

    @Test
    void whoeverWasRefusedTakesNoPlace() {
        for (int i = 0; i < 3; i++) {
            bodies.enter("192.0.2.1");
        }
        assertThatThrownBy(() -> bodies.enter("192.0.2.1")).isInstanceOf(RefusedException.class);
        for (int i = 0; i < 3; i++) {
            bodies.leave("192.0.2.1");
        }
        assertThat(bodies.size()).isZero();
    }

    @Test
    void bytesThatAreGivenBackMakeRoom() {
        bytes.add("192.0.2.1", 3);
        assertThatThrownBy(() -> bytes.add("192.0.2.1", 1))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusedException.Reason.TOO_MANY));
        assertThatThrownBy(() -> bytes.add("192.0.2.2", 2))
                .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.reason())
                        .isEqualTo(RefusedException.Reason.SATURATED));
        bytes.remove("192.0.2.1", 4);
        bytes.remove("192.0.2.2", 2);
        assertThat(bytes.size()).isZero();
        bytes.add("192.0.2.1", 3);
    }
}
