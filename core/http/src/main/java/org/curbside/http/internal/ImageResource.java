package org.curbside.http.internal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import org.curbside.api.content.Image;
import org.curbside.api.content.Images;
import org.curbside.api.content.NewImage;
import org.curbside.api.content.Question;
import org.curbside.api.membership.Member;
import org.curbside.api.picture.Picture;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.Slices;
import org.jspecify.annotations.Nullable;

/** The pictures in questions over HTTP, for members. */
@Path("questions/{id: [0-9]{1,18}}/images")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public final class ImageResource {

    private static final String NUMBER = "{number: [0-9]{1,9}}";

    private final Slice<Images> images;

    ImageResource(Slices slices) {
        images = slices.of(Images.class);
    }

    /** Adds one to one's own question; the body is its file. */
    @POST
    @Consumes({Picture.JPEG, Picture.PNG})
    public Response addImage(
            @PathParam("id") long id,
            @QueryParam("alt") @Nullable String alt,
            @QueryParam("unrecognisable") boolean unrecognisable,
            @QueryParam("confirmed") boolean confirmed,
            byte @Nullable [] file,
            @Context HttpServletRequest request) {
        Member author = Visits.of(request).member();
        Question shown = images.get().add(author, id, new NewImage(file, alt, unrecognisable), confirmed);
        return Response.status(Response.Status.CREATED)
                .tag(Single.tag(shown))
                .entity(shown)
                .build();
    }

    /** Deletes one of one's own question. */
    @DELETE
    @Path(NUMBER)
    public Question removeImage(
            @PathParam("id") long id, @PathParam("number") int number, @Context HttpServletRequest request) {
        return images.get().remove(Visits.of(request).member(), id, number);
    }

    /** The file of one; a browser keeps it, and asks every time whether it is still shown. */
    @GET
    @Path(NUMBER)
    @Produces({Picture.JPEG, Picture.PNG, Problem.MEDIA_TYPE})
    public Response image(
            @PathParam("id") long id,
            @PathParam("number") int number,
            @Context Request conditions,
            @Context HttpServletRequest request) {
        Visits.of(request).member();
        Picture picture = images.get().find(id, number).orElseThrow(ImageResource::noSuchImage);
        EntityTag tag = new EntityTag("" + number);
        Response.ResponseBuilder unchanged = conditions.evaluatePreconditions(tag);
        return (unchanged == null ? file(picture) : unchanged)
                .tag(tag)
                .header(HttpHeaders.CACHE_CONTROL, Single.CACHING)
                .build();
    }

    static Refusal noSuchImage() {
        return Refusal.notFound("no-such-image", "There is no picture with this number.");
    }

    static Response.ResponseBuilder file(Picture picture) {
        return Response.ok(picture.bytes(), picture.mediaType());
    }

    /**
     * One as it is listed.
     *
     * @param address of its file
     */
    record Listed(int number, String address, String alt, int width, int height) {

        static Listed of(Image image) {
            return at("/api/questions/" + image.question(), image);
        }

        static Listed at(String address, Image image) {
            return new Listed(
                    image.number(), address + "/images/" + image.number(), image.alt(), image.width(), image.height());
        }
    }
}
