package dev.gangway.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.torture.fault.FaultKind;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeverityTest {

    @Test
    void everybodyIsHurtUnlessSomethingIsChosen() {
        assertThat(Severity.of(8, 4).kindsFor("trainer", FaultKind.KILL, FaultKind.PAUSE))
                .containsExactly(FaultKind.KILL, FaultKind.PAUSE);
    }

    @Test
    void linksAreCutOnlyWhenThatIsChosen() {
        assertThat(Severity.of(8, 4).kindsFor("trainer", FaultKind.CUT_STORE)).isEmpty();
        assertThat(chosen(Set.of(), Set.of(FaultKind.CUT_STORE)).kindsFor("trainer", FaultKind.CUT_STORE))
                .containsExactly(FaultKind.CUT_STORE);
    }

    @Test
    void onlyChosenKindsHappen() {
        assertThat(chosen(Set.of(), Set.of(FaultKind.PAUSE)).kindsFor("trainer", FaultKind.KILL, FaultKind.PAUSE))
                .containsExactly(FaultKind.PAUSE);
    }

    @Test
    void onlyChosenVictimsAreHurt() {
        Severity severity = chosen(Set.of(Severity.DISK), Set.of());

        assertThat(severity.kindsFor("trainer", FaultKind.KILL)).isEmpty();
        assertThat(severity.kindsFor(Severity.DISK, FaultKind.FILL)).containsExactly(FaultKind.FILL);
    }

    private static Severity chosen(Set<String> victims, Set<FaultKind> kinds) {
        return new Severity(8, 4, victims, kinds, Duration.ofSeconds(3));
    }
}
