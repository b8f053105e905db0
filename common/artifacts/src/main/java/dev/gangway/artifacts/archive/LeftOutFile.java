package dev.gangway.artifacts.archive;

/**
 * A file that nothing can be done with; the others are not touched by that.
 *
 * @param name its path as it was sent, cut to 500 characters: an archive may have names of 65,535
 * @param code why, in kebab case
 * @param reason why, for a person
 */
public record LeftOutFile(String name, String code, String reason) {

    public LeftOutFile {
        name = ShownName.of(name);
    }
}
