package dev.gangway.local;

import dev.gangway.local.process.Part;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Understands what a user calls a part. */
final class PartName implements ITypeConverter<Part> {

    @Override
    public Part convert(String name) {
        return Part.named(name.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () -> new TypeConversionException(
                                "no part is called " + name
                                        + "; there are embedded, gateway, trainer, completion, and further workers such as completion-2"));
    }
}
