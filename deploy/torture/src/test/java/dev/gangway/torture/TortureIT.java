package dev.gangway.torture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.torture.system.Places;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the torture: eight faults of a given seed. */
class TortureIT {

    private static final int ROUNDS = 8;
    private static final int JOBS = 4;
    private static final long SEED = 1;

    @TempDir
    private Path folder;

    @Test
    void noJobIsLostDoneTwiceOrStuckWhileProcessesDieStandStillAndComeBack() throws IOException {
        Path checkout = EmbeddedProcess.homeOfTests().resolve("../../..");
        Tally tally = new Torture(new Places(checkout, folder, Optional.empty()), Clock.systemUTC(), line -> {})
                .run(Severity.of(ROUNDS, JOBS), SEED);

        System.out.println(tally);
        assertThat(tally.findings()).isEmpty();
        assertThat(tally.faults()).hasSize(ROUNDS);
        assertThat(tally.jobs()).containsKey("TRAINING SUCCEEDED").containsKey("COMPLETION SUCCEEDED");
    }
}
