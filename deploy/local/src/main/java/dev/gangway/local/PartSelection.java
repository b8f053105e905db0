package dev.gangway.local;

import dev.gangway.local.process.Part;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The parts that a command is about. */
final class PartSelection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "embedded, gateway, trainer or completion; everything when none is named")
    private List<String> names = List.of();

    /** The parts that were named, or all. */
    Set<Part> chosen() {
        if (names.isEmpty()) {
            return EnumSet.allOf(Part.class);
        }
        return names.stream().map(this::part).collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    private Part part(String name) {
        return Arrays.stream(Part.values())
                .filter(part -> part.label().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command.commandLine(), "no part is called " + name + "; there are " + List.of(Part.values())));
    }
}
