package dev.gangway.local.images;

import dev.gangway.artifacts.archive.ArchiveContents;
import dev.gangway.artifacts.archive.ArchiveFile;
import dev.gangway.artifacts.archive.ArchiveLimits;
import dev.gangway.artifacts.archive.ArchiveRefusedException;
import dev.gangway.artifacts.archive.FileNotice;
import dev.gangway.artifacts.archive.HiddenFiles;
import dev.gangway.artifacts.archive.ReceivedArchive;
import dev.gangway.local.process.GangwayException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Images on this machine, in a ZIP file or a folder, as the ZIP archive that the gateway takes.
 *
 * <p>A table that is given takes the place of one that is there. {@linkplain HiddenFiles Hidden files} stay behind, and are told of.
 *
 * @param path a ZIP file or a folder
 * @param splitFile says which split each file goes to
 * @param identityFile says who is on each file
 */
public record ImageArchive(Path path, Optional<Path> splitFile, Optional<Path> identityFile) {

    /** In lower case, as the gateway finds them in any case. */
    private static final Set<String> SPLIT_FILES = Set.of("split.csv", "split.txt");

    private static final String ENDING = ".zip";
    private static final int LONGEST_NAME = 63;

    /** The file is the user's own; what is too large is the gateway's to say. */
    private static final ArchiveLimits NO_LIMITS =
            new ArchiveLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, 1, Long.MAX_VALUE);

    private static final int LARGEST_FILE = 1 << 30;
    private static final Set<String> IDENTITY_FILES = Set.of("identity.csv", "identity_celeba.txt");

    /** Checks that everything is there. */
    public ImageArchive {
        if (!Files.exists(path)) {
            throw new GangwayException("there is no " + path);
        }
        Stream.of(splitFile, identityFile).flatMap(Optional::stream).forEach(table -> {
            if (!Files.isRegularFile(table)) {
                throw new GangwayException("there is no file " + table);
            }
        });
    }

    /** What it is called, as a dataset's name: lower-case letters, digits and inner hyphens. */
    public String name() {
        String file = path.toAbsolutePath().normalize().getFileName().toString().toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        String stem = file.endsWith(ENDING) ? file.substring(0, file.length() - ENDING.length()) : file;
        for (int i = 0; i < stem.length() && name.length() < LONGEST_NAME; i++) {
            char letter = stem.charAt(i);
            boolean plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
            if (plain) {
                name.append(letter);
            } else if (!name.isEmpty() && name.charAt(name.length() - 1) != '-') {
                name.append('-');
            }
        }
        boolean hanging = !name.isEmpty() && name.charAt(name.length() - 1) == '-';
        return hanging ? name.substring(0, name.length() - 1) : name.toString();
    }

    /** Opens the archive, which is put together while it is read; nothing of it is kept. */
    public ArchiveStream open() throws IOException {
        return Files.isDirectory(path) ? ofFolder() : ofArchive();
    }

    private ArchiveStream ofFolder() throws IOException {
        try (Stream<Path> found = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            Map<Boolean, List<Path>> files = found.filter(Files::isRegularFile)
                    .map(file -> path.relativize(file))
                    .sorted(Comparator.comparing(ImageArchive::slashed))
                    .collect(Collectors.partitioningBy(ImageArchive::isHidden));
            List<ArchiveStream.Source> meant = files.get(false).stream()
                    .map(file ->
                            new ArchiveStream.Source(slashed(file), () -> Files.newInputStream(path.resolve(file))))
                    .toList();
            List<String> hidden =
                    files.get(true).stream().map(ImageArchive::slashed).toList();
            return new ArchiveStream(withTables(meant), () -> {}, FileNotice.hidden(hidden));
        } catch (UncheckedIOException e) {
            throw new GangwayException(path + " cannot be read to its end: " + reason(e.getCause()), e);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemLoopException loop
                ? loop.getFile() + " is a link that leads back to a folder around it"
                : failure.toString();
    }

    private ArchiveStream ofArchive() throws IOException {
        try {
            ReceivedArchive archive = ReceivedArchive.at(path, NO_LIMITS, LARGEST_FILE);
            try {
                return streamOf(archive);
            } catch (ArchiveRefusedException | RuntimeException e) {
                archive.close();
                throw e;
            }
        } catch (ArchiveRefusedException e) {
            String what = e.entry().equals("archive") ? " is neither a folder nor a ZIP file: " : " cannot be sent: ";
            throw new GangwayException(path + what + e.getMessage(), e);
        }
    }

    private ArchiveStream streamOf(ReceivedArchive archive) throws ArchiveRefusedException {
        ArchiveContents contents = archive.contents();
        List<ArchiveStream.Source> files = contents.wholeFiles().stream()
                .map(file -> new ArchiveStream.Source(file.name(), () -> unpack(archive, file)))
                .toList();
        return new ArchiveStream(withTables(files), archive::close, contents.notices());
    }

    private static InputStream unpack(ReceivedArchive archive, ArchiveFile file) throws IOException {
        try {
            return new ByteArrayInputStream(archive.wholeContent(file));
        } catch (ArchiveRefusedException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean isHidden(Path file) {
        return Stream.iterate(file, part -> part != null, Path::getParent)
                .anyMatch(part -> HiddenFiles.hide(part.getFileName().toString()));
    }

    private List<ArchiveStream.Source> withTables(List<ArchiveStream.Source> files) {
        List<ArchiveStream.Source> all = new ArrayList<>(files);
        splitFile.ifPresent(table -> replace(all, SPLIT_FILES, "split.csv", table));
        identityFile.ifPresent(table -> replace(all, IDENTITY_FILES, "identity.csv", table));
        return all;
    }

    private static void replace(List<ArchiveStream.Source> all, Set<String> names, String name, Path table) {
        all.removeIf(file -> names.contains(
                file.name().substring(file.name().lastIndexOf('/') + 1).toLowerCase(Locale.ROOT)));
        all.add(new ArchiveStream.Source(name, () -> open(table)));
    }

    private static InputStream open(Path table) throws IOException {
        return Files.newInputStream(table);
    }

    private static String slashed(Path file) {
        return file.toString().replace(file.getFileSystem().getSeparator(), "/");
    }
}
