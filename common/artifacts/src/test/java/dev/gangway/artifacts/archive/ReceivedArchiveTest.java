package dev.gangway.artifacts.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import dev.gangway.testing.SampleCases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.compress.archivers.zip.UnicodePathExtraField;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedArchiveTest {

    private static final int CENTRAL_ENTRY = 0x02014B50;
    private static final int END = 0x06054B50;
    private static final int LOCAL_ENTRY = 0x04034B50;

    @ParameterizedTest
    @CsvSource({
        "zip-backslash, a.png, backslashes",
        "zip-colon, Screenshot 2026-11-30 12:30:05.png, ",
        "zip-cp437, Müller.png, names-in-cp437",
        "zip-nfd, Schröder.png, ",
    })
    void picturesAndMasksOfEveryPackerAreFoundUnderOneName(String sample, String name, String notice) throws Exception {
        ArchiveContents contents = PackedFiles.contents(SampleCases.read(sample + ".zip"));

        assertThat(PackedFiles.names(contents)).containsExactly("images/" + name, "masks/" + name);
        assertThat(contents.unusable()).isEmpty();
        assertThat(contents.notices())
                .extracting(FileNotice::code)
                .isEqualTo(notice == null ? List.of() : List.of(notice));
    }

    @Test
    void namesInShiftJisStayApartThoughTheirLettersHoldBackslashes() throws Exception {
        // The second byte of these letters is that of a backslash.
        ArchiveContents contents = PackedFiles.named(Charset.forName("windows-31j"))
                .with("images/表.png", "images/ソ表.png", "masks/表.png")
                .contents();

        assertThat(PackedFiles.names(contents)).doesNotHaveDuplicates().hasSize(3);
        assertThat(contents.files()).allMatch(file -> file.path().depth() == 2);
        assertThat(contents.notices()).extracting(FileNotice::code).containsExactly("names-in-cp437");
    }

    @ParameterizedTest
    @CsvSource({"GBK, 乗乗.png", "Big5, 功許.png", "EUC-KR, 한글.png", "windows-1251, файл.png"})
    void namesOfAnyOtherWritingStayInTheirFolders(String charset, String name) throws Exception {
        ArchiveContents contents = PackedFiles.named(Charset.forName(charset))
                .with("images/" + name, "masks/" + name)
                .contents();

        assertThat(contents.files())
                .hasSize(2)
                .allMatch(file -> file.path().depth() == 2)
                .allMatch(file -> file.path().part(1).endsWith(".png"));
        assertThat(contents.files().get(0).path().part(1))
                .isEqualTo(contents.files().get(1).path().part(1));
        assertThat(contents.notices()).extracting(FileNotice::code).containsExactly("names-in-cp437");
    }

    @Test
    void backslashesAfterAccentsSeparateWhereNothingElseDoes() throws Exception {
        ArchiveContents contents = PackedFiles.named(Charset.forName("IBM437"))
                .with("Café\\images\\a.png", "Café\\masks\\a.png")
                .contents();

        assertThat(PackedFiles.names(contents)).containsExactly("Café/images/a.png", "Café/masks/a.png");
    }

    @Test
    void bytesBeforeAnArchiveAndACommentBehindItAreNoneOfItsFiles() throws Exception {
        byte[] packed =
                PackedFiles.unicode().with("a.png").commented("PK".repeat(9)).packed();
        byte[] behindAProgram = new byte[packed.length + 5_000];
        System.arraycopy(packed, 0, behindAProgram, 5_000, packed.length);

        assertThat(PackedFiles.names(PackedFiles.contents(behindAProgram))).containsExactly("a.png");
        try (ReceivedArchive archive = open(behindAProgram)) {
            assertThat(archive.content(archive.contents().files().get(0))).containsExactly(1, 2, 3);
        }
    }

    @Test
    void anArchiveOf64BitLengthsIsOneLikeOthers() throws Exception {
        assertThat(PackedFiles.names(
                        PackedFiles.unicode().of64Bits().with("a.png", "b/").contents()))
                .containsExactly("a.png");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png.", "a.png ", "CON", "nul.png", "a:b.png", "-rf.png", "%2e%2e.png", "a\u202egnp.png"})
    void oddNamesThatAreNamesStayWhatTheyAre(String name) throws Exception {
        assertThat(PackedFiles.names(PackedFiles.unicode().with("x/" + name).contents()))
                .containsExactly("x/" + name);
    }

    @Test
    void theIconOfAFolderOnAMacIsHidden() throws Exception {
        ArchiveContents contents =
                PackedFiles.unicode().with("a.png", "x/Icon\r", "Icon\r").contents();

        assertThat(contents.unusable()).isEmpty();
        assertThat(contents.notices()).extracting(FileNotice::files).containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource({
        "377abcaf271c0004, this is a 7z archive",
        "526172211a070100, this is a RAR archive",
        "1f8b0808, 'packed with gzip, as .tar.gz'",
        "89504e470d0a1a0a, this is a PNG image",
        "504b030414000000, it is damaged or cut off",
        "'', nothing was sent"
    })
    void whatIsNoZipArchiveIsCalledWhatItIs(String beginning, String reason) {
        byte[] content = Arrays.copyOf(HexFormat.of().parseHex(beginning), beginning.isEmpty() ? 0 : 2_000);

        assertThatThrownBy(() -> open(content))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("no readable ZIP archive: ")
                .hasMessageContaining(reason);
    }

    @Test
    void aNameThatIsNotedInUnicodeIsBelievedIfItIsThatOfTheSameName() throws Exception {
        byte[] raw = "M?ller.png".getBytes(US_ASCII);
        ZipArchiveEntry right = new ZipArchiveEntry("M?ller.png");
        right.addExtraField(new UnicodePathExtraField("M\u00fcller.png", raw));
        ZipArchiveEntry wrong = new ZipArchiveEntry("b.png");
        wrong.addExtraField(new UnicodePathExtraField("c.png", raw));

        assertThat(PackedFiles.names(PackedFiles.unicode()
                        .with(right, new byte[1])
                        .with(wrong, new byte[1])
                        .contents()))
                .containsExactly("M\u00fcller.png", "b.png");
    }

    @Test
    void manyEntriesThatShareTheNotesBeforeOneFileTakeNoMemoryAndAreRefused() throws Exception {
        byte[] notes = new byte[60_000];
        ByteBuffer.wrap(notes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0x7777)
                .putShort((short) (notes.length - 4));
        byte[] packed = PackedFiles.sharing(2_000, notes);
        ArchiveLimits limits = new ArchiveLimits(5_000, 1 << 24, 1 << 20, 100, 1 << 20);

        long before = allocated();
        try (ReceivedArchive archive = new Archives(limits, MemoryRoom.ofHeap())
                .open(new SeekableInMemoryByteChannel(packed), PackedFiles.FILE_BYTES)) {
            assertThatThrownBy(archive::contents)
                    .isInstanceOf(ArchiveRefusedException.class)
                    .hasMessageContaining("lies within the entry");
        }
        assertThat(allocated() - before).isLessThan(64 << 20);
    }

    @Test
    void contentThatReachesIntoTheNextEntryRefusesTheArchive() throws Exception {
        byte[] packed = PackedFiles.unicode().with("a.png", "b.png").packed();
        packed[PackedFiles.find(packed, LOCAL_ENTRY, 0) + 28] = 100;

        try (ReceivedArchive archive = open(packed)) {
            ArchiveFile first = archive.contents().files().get(0);
            assertThatThrownBy(() -> archive.content(first))
                    .isInstanceOfAny(ArchiveRefusedException.class, UnusableEntryException.class);
        }
    }

    @Test
    void twoWritingsOfOneNameAreOneNameAndTheSecondIsToldOf() throws Exception {
        ArchiveContents contents = PackedFiles.unicode()
                .with("Schr\u00f6der.png", "Schro\u0308der.png")
                .contents();

        assertThat(PackedFiles.names(contents)).containsExactly("Schr\u00f6der.png");
        assertThat(contents.unusable()).extracting(LeftOutFile::code).containsExactly("name-twice");
    }

    @Test
    void hiddenFilesAreCountedAndNamedWhateverTheirCase() throws Exception {
        ArchiveContents contents = PackedFiles.unicode()
                .with("a.png", ".git/HEAD", "x/.ipynb_checkpoints/a.png", "x/@eaDir/a.png/S.jpg", "__MACOSX/._a.png")
                .with("THUMBS.DB", "x/Desktop.ini", ".DS_Store", "._a.png", "~$a.png", "x/")
                .contents();

        assertThat(PackedFiles.names(contents)).containsExactly("a.png");
        assertThat(contents.unusable()).isEmpty();
        assertThat(contents.notices()).singleElement().satisfies(notice -> {
            assertThat(notice.files()).isEqualTo(9);
            assertThat(notice.names()).contains(".git/HEAD", "THUMBS.DB", "x/@eaDir/a.png/S.jpg");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1, Shrink",
        "6, Implode",
        "12, bzip2",
        "14, LZMA",
        "93, Zstandard",
        "95, XZ",
        "98, PPMd",
        "77, a method"
    })
    void anEntryThatIsPackedInAnotherWayIsToldOfWithThisWay(int method, String name) throws Exception {
        ArchiveContents contents =
                PackedFiles.unicode().with("a.png").claiming("b.png", method).contents();

        assertThat(PackedFiles.names(contents)).containsExactly("a.png");
        assertThat(contents.unusable()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("b.png");
            assertThat(file.code()).isEqualTo("entry-method");
            assertThat(file.reason()).contains(name + " (method " + method + ")");
        });
    }

    @Test
    void aNameLongerThanAnybodyReadsIsToldOfByItsBeginning() throws Exception {
        String name = "a".repeat(498) + "\ud83d\ude00".repeat(100) + ".png";

        ArchiveContents contents =
                PackedFiles.unicode().with("b.png").claiming(name, 77).contents();

        assertThat(contents.unusable()).extracting(LeftOutFile::name).containsExactly("a".repeat(498) + "…");
        assertThat(FileNotice.hidden(List.of(name)).get(0).names()).containsExactly("a".repeat(498) + "…");
    }

    @Test
    void aNoticeThatNamesNoFileIsNone() {
        assertThatThrownBy(() -> new FileNotice("hidden-files", "are left out", 3, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot name 0 of them");
    }

    @Test
    void anEncryptedEntryIsToldOf() throws Exception {
        byte[] packed = PackedFiles.unicode().with("a.png", "b.png").packed();
        int entry = PackedFiles.find(packed, CENTRAL_ENTRY, 0);
        packed[entry + 8] |= 1;

        assertThat(PackedFiles.contents(packed).unusable())
                .containsExactly(new LeftOutFile(
                        "a.png", "entry-encrypted", "is encrypted: pack the archive without a password"));
        assertThat(PackedFiles.contents(
                                PackedFiles.unicode().claiming("c.png", 99).packed())
                        .unusable())
                .extracting(LeftOutFile::code)
                .containsExactly("entry-encrypted");
    }

    @Test
    void aSymbolicLinkIsNoFile() throws Exception {
        ZipArchiveEntry link = new ZipArchiveEntry("a.png");
        link.setUnixMode(0xA1FF);

        assertThat(PackedFiles.unicode()
                        .with(link, "/etc/passwd".getBytes(java.nio.charset.StandardCharsets.US_ASCII))
                        .contents()
                        .unusable())
                .extracting(LeftOutFile::code)
                .containsExactly("entry-link");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a.png",
                "x/../../a.png",
                "/a.png",
                "\\\\server\\a.png",
                "..\\a.png",
                "x\\..\\a.png",
                "C:\\a.png",
                "c:/a.png",
                "./../a.png"
            })
    void aNameThatLeadsOutRefusesTheArchive(String name) {
        assertThatThrownBy(() -> PackedFiles.unicode().with("ok.png", name).contents())
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("leads out of the archive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a//b.png", "x/./b.png", "a\u0001.png", "x/a\n.png"})
    void aNameThatIsNoPathIsToldOf(String name) throws Exception {
        assertThat(PackedFiles.unicode().with("ok.png", name).contents().unusable())
                .containsExactly(new LeftOutFile(
                        name,
                        "name-unusable",
                        "its path "
                                + dev.gangway.artifacts.store.ObjectPath.fault(name)
                                        .orElseThrow()));
    }

    @Test
    void namesMayBeginWithTheFolderThatTheyLieIn() throws Exception {
        assertThat(PackedFiles.names(
                        PackedFiles.unicode().with("./", "./a/b.png", "C:x.png").contents()))
                .containsExactly("a/b.png", "C:x.png");
    }

    @Test
    void entriesThatLieInEachOtherRefuseTheArchive() throws Exception {
        byte[] packed = PackedFiles.unicode().with("a.png", "b.png").packed();
        ByteBuffer buffer = ByteBuffer.wrap(packed).order(ByteOrder.LITTLE_ENDIAN);
        int second = PackedFiles.find(packed, CENTRAL_ENTRY, PackedFiles.find(packed, CENTRAL_ENTRY, 0) + 4);
        buffer.putInt(second + 42, 0);

        assertThatThrownBy(() -> PackedFiles.contents(packed))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessageContaining("lies within the entry");
    }

    @Test
    void entriesAreCountedThoughTheArchiveClaimsThatThereAreFewer() throws Exception {
        PackedFiles files = PackedFiles.unicode();
        for (int i = 0; i <= PackedFiles.LIMITS.entries(); i++) {
            files.with(i + ".png");
        }
        byte[] packed = files.packed();
        int end = PackedFiles.find(packed, END, 0);
        packed[end + 8] = 1;
        packed[end + 10] = 1;

        assertThatThrownBy(() -> PackedFiles.contents(packed))
                .isInstanceOf(ArchiveRefusedException.class)
                .hasMessage("archive: more entries than the 50 allowed");
    }

    @Test
    void anEntryThatIsNotWhatTheArchiveSaysIsToldOf() throws Exception {
        byte[] packed = PackedFiles.unicode().claiming("a.png", 0).with("b.png").packed();
        packed[PackedFiles.find(packed, CENTRAL_ENTRY, 0) + 16] ^= 1;

        try (ReceivedArchive archive = open(packed)) {
            List<ArchiveFile> files = archive.contents().files();
            assertThatThrownBy(() -> archive.content(files.get(0)))
                    .isInstanceOf(UnusableEntryException.class)
                    .hasMessageContaining("is damaged");
            assertThat(archive.content(files.get(1))).containsExactly(1, 2, 3);
        }
    }

    @Test
    void aFileThatIsTooLargeIsToldOf() throws Exception {
        byte[] packed = PackedFiles.unicode()
                .with(new ZipArchiveEntry("a.png"), new byte[PackedFiles.FILE_BYTES + 1])
                .packed();

        try (ReceivedArchive archive = open(packed)) {
            ArchiveFile file = archive.contents().files().get(0);
            assertThatThrownBy(() -> archive.content(file))
                    .isInstanceOf(UnusableEntryException.class)
                    .hasMessageContaining("more than the 1000 bytes");
        }
    }

    @Test
    void damageOfAnyKindIsAReasonAndNoFailure() throws Exception {
        byte[] whole = PackedFiles.unicode()
                .with("images/a.png", "ü.png", "masks/a.png")
                .packed();
        SplittableRandom random = new SplittableRandom(7);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] damaged =
                    random.nextInt(4) == 0 ? Arrays.copyOf(whole, random.nextInt(whole.length)) : whole.clone();
            for (int i = 0; i < 1 + random.nextInt(4) && damaged.length > 0; i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            refused += readsAll(damaged) ? 0 : 1;
        }
        assertThat(refused).isGreaterThan(1000);
    }

    @Test
    void twoArchivesWhoseTablesDoNotFitTogetherAreOpenOneAfterTheOther() throws Exception {
        byte[] packed = PackedFiles.unicode().with("a.png", "b.png", "c.png").packed();
        MemoryRoom room = MemoryRoom.of(4_000);

        try (ReceivedArchive first = PackedFiles.open(packed, room)) {
            assertThat(first.contents().files()).hasSize(3);
            assertThatThrownBy(() -> PackedFiles.open(packed, room))
                    .isInstanceOfSatisfying(NoRoomException.class, full -> {
                        assertThat(full.everFits()).isTrue();
                        assertThat(full).hasMessageContaining("others take too much of");
                    });
        }
        try (ReceivedArchive second = PackedFiles.open(packed, room)) {
            assertThat(second.contents().files()).hasSize(3);
        }
    }

    @Test
    void anArchiveThatIsRefusedLeavesTheRoomAsItWas() throws Exception {
        MemoryRoom room = MemoryRoom.of(4_000);
        byte[] packed = PackedFiles.unicode().with("a.png", "b.png", "c.png").packed();
        byte[] cut = packed.clone();
        cut[PackedFiles.find(cut, CENTRAL_ENTRY, 0) + 42] = -1;

        assertThatThrownBy(() -> PackedFiles.open(cut, room)).isInstanceOf(ArchiveRefusedException.class);
        room.enter(room.bytes()).close();
    }

    @Test
    void anArchiveTakesRoomForItsLargestFileToo() throws Exception {
        byte[] packed = PackedFiles.unicode()
                .with(new ZipArchiveEntry("a.png"), new byte[900])
                .packed();
        MemoryRoom room = MemoryRoom.of(2_500);

        try (ReceivedArchive archive = PackedFiles.open(packed, room)) {
            assertThatThrownBy(archive::contents)
                    .isInstanceOfSatisfying(NoRoomException.class, full -> assertThat(full.everFits())
                            .isFalse());
        }
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    private static boolean readsAll(byte[] packed) throws IOException {
        try (ReceivedArchive archive = open(packed)) {
            for (ArchiveFile file : archive.contents().files()) {
                archive.content(file);
            }
            return true;
        } catch (ArchiveRefusedException | UnusableEntryException e) {
            return false;
        }
    }

    private static ReceivedArchive open(byte[] packed) throws IOException, ArchiveRefusedException {
        return PackedFiles.open(packed);
    }
}
