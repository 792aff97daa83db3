package org.curbside.web.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curbside.api.content.NewQuestion;
import org.curbside.api.content.Question;
import org.curbside.api.content.Questions;
import org.curbside.api.refusal.Refusal;
import org.curbside.api.slice.Slice;
import org.curbside.api.slice.SliceAway;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Every page. */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.name=curbside-web", "osgi.http.whiteboard.servlet.pattern=/"})
public final class WebServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern QUESTION = Pattern.compile("/questions/([0-9]{1,18})");
    private static final int PER_PAGE = 20;

    private final transient Slice<Questions> questions;
    private final transient Pages pages = new Pages();

    /** Looks for the slices. */
    @Activate
    public WebServlet(BundleContext context) {
        questions = new Slice<>(context, Questions.class);
    }

    @Deactivate
    void close() {
        questions.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            route(request, response);
        } catch (SliceAway away) {
            response.setHeader("Retry-After", "" + away.retryAfterSeconds());
            notice(response, 503, "This part is being updated", "It will be back in a moment. Reload the page then.");
        }
    }

    private void route(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            response.setHeader("Allow", "GET, HEAD, POST");
            notice(response, 405, "That is not possible here", "Go back to the questions.");
            return;
        }
        String path = request.getRequestURI();
        Matcher question = QUESTION.matcher(path);
        if (path.equals("/ask")) {
            ask(request, response, post);
        } else if (post) {
            notFound(response);
        } else if (path.equals("/")) {
            feed(request, response);
        } else if (question.matches()) {
            question(Long.parseLong(question.group(1)), response);
        } else {
            notFound(response);
        }
    }

    private void feed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> specialty = Optional.ofNullable(request.getParameter("specialty"));
        long before = before(request.getParameter("before"));
        Feed feed = new Feed(specialty, questions.get().latest(specialty, before, PER_PAGE));
        pages.send(response, 200, "feed.jte", feed);
    }

    private static long before(String parameter) {
        return parameter != null && parameter.matches("[0-9]{1,18}") ? Long.parseLong(parameter) : Long.MAX_VALUE;
    }

    private void question(long id, HttpServletResponse response) throws IOException {
        Optional<Question> question = questions.get().find(id);
        if (question.isPresent()) {
            pages.send(response, 200, "question.jte", question.get());
        } else {
            notFound(response);
        }
    }

    private void ask(HttpServletRequest request, HttpServletResponse response, boolean post) throws IOException {
        if (!post) {
            pages.send(response, 200, "ask.jte", Draft.empty());
            return;
        }
        NewQuestion question = new NewQuestion(
                request.getParameter("specialty"), request.getParameter("title"), request.getParameter("text"));
        try {
            Question asked = questions.get().ask(question);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/questions/" + asked.id());
        } catch (Refusal refusal) {
            pages.send(response, 400, "ask.jte", new Draft(question, refusal));
        }
    }

    private void notFound(HttpServletResponse response) throws IOException {
        notice(response, 404, "There is no such page", "It may have been removed, or the address may be mistyped.");
    }

    private void notice(HttpServletResponse response, int status, String title, String text) throws IOException {
        pages.send(response, status, "notice.jte", new Notice(title, text));
    }
}
