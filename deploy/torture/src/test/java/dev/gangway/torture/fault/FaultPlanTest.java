package dev.gangway.torture.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

    private static final Duration LEASE = Duration.ofSeconds(4);

    private final FaultPlan plan = new FaultPlan(LEASE, Duration.ofSeconds(3))
            .with("trainer", FaultKind.KILL, FaultKind.PAUSE, FaultKind.RESTART)
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
    void aLinkIsCutForAsLongAsAnybodyIsDown() {
        FaultPlan patient = new FaultPlan(LEASE, Duration.ofMinutes(2)).with("trainer", FaultKind.CUT_DATABASE);

        assertThat(patient.draw(50, 5))
                .allSatisfy(fault -> assertThat(fault.lasting()).isBetween(LEASE, Duration.ofMinutes(2)))
                .anySatisfy(fault -> assertThat(fault.lasting()).isGreaterThan(LEASE.multipliedBy(10)));
    }

    @Test
    void whoeverStandsStillDoesSoForLongerThanItsLease() {
        assertThat(plan.draw(50, 5))
                .filteredOn(fault -> fault.kind() == FaultKind.PAUSE)
                .isNotEmpty()
                .allSatisfy(fault -> assertThat(fault.lasting()).isGreaterThanOrEqualTo(LEASE));
    }
}
