package dev.gangway.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration LEASE = Duration.ofSeconds(4);

    private final FaultPlan plan = new FaultPlan(LEASE, Duration.ofSeconds(3))
            .with("trainer", FaultKind.values())
            .with("broker", FaultKind.KILL, FaultKind.RESTART);

    @Test
    void theSameSeedDrawsTheSameFaults() {
        assertThat(plan.draw(30, 7)).isEqualTo(plan.draw(30, 7)).isNotEqualTo(plan.draw(30, 8));
    }

    @Test
    void everyFaultHappensOnceBeforeAnyHappensAgain() {
        List<Fault> drawn = plan.draw(10, 3);

        assertThat(drawn.subList(0, 5))
                .extracting(fault -> fault.victim() + fault.kind())
                .doesNotHaveDuplicates();
        assertThat(drawn.subList(5, 10))
                .extracting(fault -> fault.victim() + fault.kind())
                .doesNotHaveDuplicates();
    }

    @Test
    void whoeverStandsStillDoesSoForLongerThanItsLease() {
        assertThat(plan.draw(50, 5))
                .filteredOn(fault -> fault.kind() == FaultKind.PAUSE)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.lasting()).isGreaterThanOrEqualTo(LEASE));
    }
}
