package dev.gangway.local.process;

import dev.gangway.embedded.EmbeddedProcess;
import dev.gangway.embedded.RunningProcess;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of a home, whoever started them, each found by its command line. */
record RunningParts(Home home) {

    /** The process of {@code part}. */
    Optional<RunningProcess> find(Part part) {
        return part.equals(Part.EMBEDDED)
                ? EmbeddedProcess.find(home.embedded())
                : RunningProcess.find(arguments -> arguments.containsAll(marks(part)));
    }

    /** Those parts of {@code layout} that run. */
    Set<Part> of(Layout layout) {
        return layout.parts().stream().filter(part -> find(part).isPresent()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The arguments by which the process of a service is found again. They are outside of the services' own settings under "gangway", which
     * know no other names than theirs.
     */
    List<String> marks(Part part) {
        return List.of("-Ddev.gangway.local.home=" + home.folder(), "-Ddev.gangway.local.part=" + part);
    }
}
