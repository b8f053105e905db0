package dev.gangway.gateway.rest;

import dev.gangway.gateway.upload.ReceivedFile;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Single files in a form. */
public class UploadForm {

    private static final String COMMON_MASK = "mask";

    @RestForm("image")
    @Schema(description = "Damaged pictures.")
    List<FileUpload> images;

    @RestForm("mask")
    @Schema(description = "Masks, each of the same name as its picture but for the ending.")
    List<FileUpload> masks;

    @RestForm("truth")
    @Schema(description = "Undamaged pictures, likewise, if there are any.")
    List<FileUpload> truths;

    @RestForm("common-mask")
    @Schema(description = "The mask of every picture that has none of its own.")
    FileUpload commonMask;

    List<ReceivedFile> files() {
        List<ReceivedFile> files = new ArrayList<>();
        add(files, "images/", images);
        add(files, "masks/", masks);
        add(files, "truth/", truths);
        if (commonMask != null) {
            String name = commonMask.fileName();
            String ending = name.contains(".") ? name.substring(name.lastIndexOf('.')) : ".png";
            files.add(new ReceivedFile(COMMON_MASK + ending, commonMask.uploadedFile()));
        }
        return files;
    }

    private static void add(List<ReceivedFile> files, String folder, List<FileUpload> uploads) {
        if (uploads != null) {
            uploads.forEach(upload -> files.add(new ReceivedFile(folder + upload.fileName(), upload.uploadedFile())));
        }
    }
}
