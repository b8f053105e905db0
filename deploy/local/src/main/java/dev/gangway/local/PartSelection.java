package dev.gangway.local;

import dev.gangway.local.process.Part;
import dev.gangway.local.process.Selection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The parts that a command is about. */
final class PartSelection {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /** Text, because the command line takes values that no converter understands for none at all where none may be given. */
    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description =
                    "embedded, gateway, trainer or completion, or a further worker such as completion-2; everything "
                            + "when none is named")
    private List<String> names = List.of();

    /** The parts that were named, or all. */
    Selection chosen() {
        return new Selection(names.stream().map(this::part).collect(Collectors.toSet()));
    }

    private Part part(String name) {
        try {
            return new PartName().convert(name);
        } catch (TypeConversionException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }
}
