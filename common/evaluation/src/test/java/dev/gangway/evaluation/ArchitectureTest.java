package dev.gangway.evaluation;

import dev.gangway.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void thisModuleKeepsTheRules() {
        ArchitectureRules.checkSilent("dev.gangway.evaluation");
        ArchitectureRules.checkSiblings("dev.gangway.evaluation");
    }
}
