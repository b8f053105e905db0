package dev.gangway.torture.system;

import dev.gangway.embedded.RunningProcess;
import java.io.IOException;

/** The signals that Java itself cannot send. */
enum Signal {
    STOP("-STOP"),
    CONTINUE("-CONT");

    private final String option;

    Signal(String option) {
        this.option = option;
    }

    void send(RunningProcess process) {
        try {
            int code = new ProcessBuilder("kill", option, Long.toString(process.pid()))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill " + option + " " + process.pid() + " ended with " + code);
            }
        } catch (IOException e) {
            throw new IllegalStateException("there is no command called kill", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
