package dev.gangway.artifacts;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.artifacts");
        ArchitectureRules.checkSiblings("dev.gangway.artifacts", "dev.gangway.contracts");
    }
}
