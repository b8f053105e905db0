package dev.gangway.benchmarks;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.benchmarks");
        ArchitectureRules.checkSiblings(
                "dev.gangway.benchmarks",
                "dev.gangway.contracts",
                "dev.gangway.gan",
                "dev.gangway.plans",
                "dev.gangway.evaluation",
                "dev.gangway.artifacts",
                "dev.gangway.embedded",
                "dev.gangway.local");
    }
}
